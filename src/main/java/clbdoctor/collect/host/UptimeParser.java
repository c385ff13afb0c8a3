package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code uptime}, {@code w} and the first line of {@code top}, uptime(1).
 *
 * <pre>
 *  18:50:12 up 3 days,  2:11,  1 user,  load average: 0.52, 0.58, 0.59
 * </pre>
 */
public final class UptimeParser implements OutputParser {

  private static final Pattern LINE =
      Pattern.compile(
          ".*\\bup .*load averages?: ?([0-9]{1,6}[.,][0-9]{1,3}),? +[0-9]{1,6}[.,][0-9]{1,3},? +[0-9]{1,6}[.,][0-9]{1,3}\\s*");

  @Override
  public String tool() {
    return "uptime";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("uptime");
  }

  @Override
  public boolean begins(Line line) {
    return !line.text().startsWith("top - ") && loadAverage(line).isPresent();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      loadAverage(line).ifPresent(average -> findings.fact(line, Loads.average(average)));
    }
    return findings.build();
  }

  /** The load average over one minute. */
  static Optional<Double> loadAverage(Line line) {
    Matcher matcher = LINE.matcher(line.text());
    return matcher.matches()
        ? Optional.of(Double.valueOf(matcher.group(1).replace(',', '.')))
        : Optional.empty();
  }
}
