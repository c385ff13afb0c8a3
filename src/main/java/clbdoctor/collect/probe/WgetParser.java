package clbdoctor.collect.probe;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code wget http://10.0.0.10/}, wget(1).
 *
 * <pre>
 * --2026-11-22 18:40:01--  http://10.0.0.10/health.html
 * Connecting to 10.0.0.10:80... connected.
 * HTTP request sent, awaiting response... 404 Not Found
 * 2026-11-22 18:40:01 ERROR 404: Not Found.
 * </pre>
 *
 * Only plain HTTP is read, and of several tries the first.
 */
public final class WgetParser implements OutputParser {

  private static final Pattern URL =
      Pattern.compile(
          "--[0-9-]{10} [0-9:]{8}--  http://([^/:\\s]+|\\[[0-9a-f:]+])(?::([0-9]{1,5}))?(/\\S*)?");
  private static final Pattern CONNECT =
      Pattern.compile("Connecting to \\S+(?: \\([^)]*\\))?(?:\\|[^|]*\\|)?:[0-9]+\\.\\.\\. (.*)");
  private static final Pattern ANSWER =
      Pattern.compile("HTTP request sent, awaiting response\\.\\.\\. (.*)");

  @Override
  public String tool() {
    return "wget";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("wget");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("--[0-9-]{10} [0-9:]{8}--  https?://\\S+");
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<Matcher> url = Optional.empty();
    for (Line line : block.lines()) {
      Matcher asked = URL.matcher(line.text());
      Matcher connect = CONNECT.matcher(line.text());
      Matcher answer = ANSWER.matcher(line.text());
      url = url.or(() -> asked.matches() ? Optional.of(asked) : Optional.empty());
      if (url.isEmpty() || findings.hasFacts()) {
        continue;
      }
      if (connect.matches() && !connect.group(1).startsWith("connected")) {
        ProbeOutcome outcome =
            ProbeReport.outcome(connect.group(1)).orElse(ProbeOutcome.NOT_CONNECTED);
        add(findings, block, line, url.get(), outcome, Optional.empty());
      } else if (answer.matches()) {
        answer(findings, block, line, url.get(), answer.group(1));
      }
    }
    return findings.hasFacts() ? findings.readAll().build() : findings.build();
  }

  private static void answer(Findings findings, Block block, Line line, Matcher url, String words) {
    if (words.matches("[1-5][0-9]{2}\\b.*")) {
      Optional<Integer> status = Optional.of(Integer.valueOf(words.substring(0, 3)));
      add(findings, block, line, url, ProbeOutcome.ANSWERED, status);
    } else if (words.contains("timed out")) {
      add(findings, block, line, url, ProbeOutcome.CONNECTED_SILENT, Optional.empty());
    } else if (words.matches("No data received.*|Read error.*|Connection (?:reset|closed).*")) {
      add(findings, block, line, url, ProbeOutcome.CLOSED_AT_ONCE, Optional.empty());
    } else if (words.contains("Malformed status line") || words.contains("HTTP/0.9")) {
      add(findings, block, line, url, ProbeOutcome.MALFORMED, Optional.empty());
    }
  }

  private static void add(
      Findings findings,
      Block block,
      Line line,
      Matcher url,
      ProbeOutcome outcome,
      Optional<Integer> status) {
    int port = url.group(2) == null ? 80 : Integer.parseInt(url.group(2));
    String host = url.group(1) + (port == 80 ? "" : ":" + port);
    List<String> words = block.command().map(ShellCommand::arguments).orElse(List.of());
    String sent =
        words.stream()
            .filter(word -> word.regionMatches(true, 0, "--header=Host:", 0, 14))
            .map(word -> word.substring(14).trim())
            .findFirst()
            .orElse(host);
    HttpMethod method = words.contains("--spider") ? HttpMethod.HEAD : HttpMethod.GET;
    String path = url.group(3) == null ? "/" : url.group(3);
    ProbeBuilder probe =
        new ProbeBuilder(ProbeMethod.HTTP, outcome)
            .port(Optional.of(port))
            .status(status)
            .request(method, HttpVersion.HTTP_1_1, sent, path);
    ProbeReport.add(findings, block, line, url.group(1), probe);
  }
}
