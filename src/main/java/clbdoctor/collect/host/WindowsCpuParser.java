package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code wmic cpu get LoadPercentage} and {@code Get-Counter '\Processor(_Total)\% Processor
 * Time'}; the mean of all values.
 *
 * <pre>
 * LoadPercentage
 * 97
 * </pre>
 *
 * <pre>
 * Timestamp                 CounterSamples
 * ---------                 --------------
 * 11/22/2026 6:40:01 PM     \\web\processor(_total)\% processor time :
 *                           97.3651200000000
 * </pre>
 */
public final class WindowsCpuParser implements OutputParser {

  private static final Pattern VALUE =
      Pattern.compile("(?:LoadPercentage\\s*[:=]\\s*)?([0-9]{1,3}(?:[.,][0-9]{1,20})?)");
  private static final Pattern REMARK =
      Pattern.compile(
          "LoadPercentage|Timestamp\\s+CounterSamples|-+\\s+-+|-+|.*\\\\\\\\.*\\\\processor\\(_total\\)\\\\% processor time :|Timestamp\\s+: .*|Readings\\s+: .*");

  @Override
  public String tool() {
    return "wmic cpu";
  }

  @Override
  public boolean reads(ShellCommand command) {
    String text = command.text().toLowerCase();
    return command.program().equals("wmic") && text.contains("loadpercentage")
        || command.program().equals("get-counter") && text.contains("% processor time")
        || text.contains("win32_processor") && text.contains("loadpercentage");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().trim().matches("LoadPercentage(?:\\s*[:=]\\s*[0-9]{1,3})?")
        || line.text().contains("\\processor(_total)\\% processor time :");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<Line> values = new ArrayList<>();
    for (Line line : block.lines()) {
      if (VALUE.matcher(line.text().trim()).matches()) {
        values.add(line);
        findings.read(line);
      } else if (REMARK.matcher(line.text().trim().toLowerCase()).matches()
          || REMARK.matcher(line.text().trim()).matches()) {
        findings.read(line);
      }
    }
    values.stream()
        .mapToDouble(WindowsCpuParser::value)
        .average()
        .ifPresent(mean -> findings.fact(values.get(0), Loads.busy(mean)));
    return findings.build();
  }

  private static double value(Line line) {
    Matcher matcher = VALUE.matcher(line.text().trim());
    return matcher.matches() ? Double.parseDouble(matcher.group(1).replace(',', '.')) : 0;
  }
}
