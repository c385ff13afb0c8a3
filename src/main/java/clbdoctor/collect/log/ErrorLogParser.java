package clbdoctor.collect.log;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of the error log of nginx, Apache, PHP-FPM or Tomcat.
 *
 * <pre>
 * 2026/11/22 18:40:01 [alert] 813#813: 1024 worker_connections are not enough
 * [Sun Nov 22 18:40:01.123456 2026] [mpm_event:error] [pid 812:tid 1] AH00484: server reached MaxRequestWorkers setting, consider raising the MaxRequestWorkers setting
 * [22-Nov-2026 18:40:01] WARNING: [pool www] server reached pm.max_children setting (5), consider raising it
 * </pre>
 */
public final class ErrorLogParser implements OutputParser {

  private static final int MOST_LINES = 40;

  private static final Pattern LINE =
      Pattern.compile(
          "[0-9]{4}/[0-9]{2}/[0-9]{2} [0-9:]{8} \\[(?:debug|info|notice|warn|error|crit|alert|emerg)] .*"
              + "|\\[[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9]{2} [0-9:.]{8,15} [0-9]{4}] \\[[\\w:-]+] .*"
              + "|\\[[0-9]{2}-[A-Z][a-z]{2}-[0-9]{4} [0-9:]{8}(?: \\S+)?] (?:NOTICE|WARNING|ERROR|ALERT|PHP .*):? .*"
              + "|(?:[0-9]{2}-[A-Z][a-z]{2}-[0-9]{4} [0-9:.]{8,12}|[0-9-]{10}[ T][0-9:.,]{8,12}) (?:SEVERE|ERROR|WARN|WARNING|FATAL) .*");

  @Override
  public String tool() {
    return "error log";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().matches("tail|grep|cat|less|head|zgrep|egrep")
        && command.tail().matches(".*(?:error[\\w.-]*log|error_log|catalina|fpm\\.log).*");
  }

  @Override
  public boolean begins(Line line) {
    return LINE.matcher(line.text()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<Line> lines = block.lines();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (begun(line)) {
        List<Line> entry = entry(lines.subList(i, Math.min(lines.size(), i + MOST_LINES)));
        String text = entry.stream().map(l -> l.text().strip()).collect(Collectors.joining(" "));
        findings.fact(line, new LogLine(LogKind.ERROR, text, Optional.empty(), Optional.empty()));
        entry.forEach(findings::read);
      } else if (line.text().matches("\\s+at .*|Caused by: .*|\\s+\\.\\.\\. [0-9]+ more")) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  /**
   * nginx quotes what it received with its line ends: such an entry goes on to the closing quote.
   */
  private static List<Line> entry(List<Line> lines) {
    StringBuilder text = new StringBuilder(lines.get(0).text());
    int end = 1;
    for (; end < lines.size() && openQuote(text) && !begun(lines.get(end)); end++) {
      text.append(lines.get(end).text());
    }
    return lines.subList(0, openQuote(text) ? 1 : end);
  }

  private static boolean begun(Line line) {
    return LINE.matcher(line.text()).matches();
  }

  private static boolean openQuote(CharSequence text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 1;
  }
}
