package clbdoctor.collect.log;

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
 * Lines of an access log in the common or combined format of Apache and nginx.
 *
 * <pre>
 * 100.64.3.7 - - [22/Nov/2026:18:40:01 +0800] "HEAD /health.html HTTP/1.0" 404 0 "-" "clb-healthcheck"
 * </pre>
 *
 * A line is the check's by its user agent, or by an address of the known check source.
 */
public final class AccessLogParser implements OutputParser {

  private static final Pattern LINE =
      Pattern.compile(
          "(?:\\S+:)?(\\S{1,64}) \\S+ .{0,64}?\\[[^\\]]{10,40}] \"[^\"]{0,4000}\" ([1-5][0-9]{2}) (?:[0-9]+|-)(?: .*)?");

  @Override
  public String tool() {
    return "access log";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().matches("tail|grep|cat|less|head|zgrep|awk|egrep")
        && command.tail().matches(".*access[\\w.-]*log.*|.*localhost_access.*");
  }

  @Override
  public boolean begins(Line line) {
    return LINE.matcher(line.text()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Matcher entry = LINE.matcher(line.text());
      if (entry.matches()) {
        findings.fact(
            line,
            CheckAgents.entry(
                line,
                Optional.of(entry.group(1)),
                Optional.of(Integer.valueOf(entry.group(2))),
                line.text(),
                block));
      }
    }
    return findings.build();
  }
}
