package clbdoctor.collect.kernel;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Counter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code nstat -az TcpExtListenOverflows} given twice in one text, nstat(8); the first and the last
 * value of each counter make the fact.
 *
 * <pre>
 * #kernel
 * TcpExtListenOverflows           17                 0.0
 * #kernel
 * TcpExtListenOverflows           23                 0.0
 * </pre>
 *
 * A counter that stands there once does not tell whether it grows.
 */
public final class NstatParser implements OutputParser {

  private static final Pattern ROW =
      Pattern.compile("([A-Z][A-Za-z0-9]{3,60})\\s+([0-9]{1,18})\\s+[0-9.]{1,12}");

  @Override
  public String tool() {
    return "nstat";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("nstat");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().equals("#kernel");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Map<String, Line> first = new LinkedHashMap<>();
    Map<String, Line> last = new LinkedHashMap<>();
    for (Line line : block.lines()) {
      Matcher row = ROW.matcher(line.text().trim());
      if (row.matches()) {
        first.putIfAbsent(row.group(1), line);
        last.put(row.group(1), line);
        findings.read(line);
      } else if (begins(line)) {
        findings.read(line);
      }
    }
    last.forEach(
        (name, line) -> {
          if (first.get(name) != line) {
            findings.fact(line, new Counter(name, value(first.get(name)), value(line)));
          }
        });
    return findings.build();
  }

  private static long value(Line line) {
    return Long.parseLong(line.words().get(1));
  }
}
