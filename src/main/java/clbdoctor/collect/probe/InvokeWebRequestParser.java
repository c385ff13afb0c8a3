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
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Invoke-WebRequest http://10.0.0.10/health.html -MaximumRedirection 0} of PowerShell.
 *
 * <pre>
 * StatusCode        : 200
 * StatusDescription : OK
 * Content           : ok
 * </pre>
 *
 * <pre>
 * Invoke-WebRequest : The remote server returned an error: (404) Not Found.
 * </pre>
 *
 * It follows redirects unless told otherwise, and does not say so: then the status may be another
 * page's, and only the connection counts.
 */
public final class InvokeWebRequestParser implements OutputParser {

  private static final Pattern STATUS =
      Pattern.compile(
          "StatusCode\\s*: ([1-5][0-9]{2})"
              + "|.*(?:returned an error: |返回错误: ?)\\(([1-5][0-9]{2})\\).*"
              + "|.*does not indicate success: ([1-5][0-9]{2}) .*");
  private static final Pattern FAILURE =
      Pattern.compile("(?:Invoke-WebRequest|iwr) ?: (.*)", Pattern.CASE_INSENSITIVE);

  /** Fields of the answer, what is quoted of it, and the lines behind an error. */
  private static final String REMARK =
      "\\w{4,40}\\s*:(?: .*)?|\\s{2,}.*|\\s*|At line:[0-9]+ .*|所在位置 .*|\\+ .*|.*: line [0-9]+ .*";

  @Override
  public String tool() {
    return "Invoke-WebRequest";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return Set.of("invoke-webrequest", "iwr").contains(command.program());
  }

  /** Never: without the command nobody knows what was asked for. */
  @Override
  public boolean begins(Line line) {
    return false;
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<URI> asked = block.command().flatMap(InvokeWebRequestParser::asked);
    boolean first =
        block.command().flatMap(c -> c.value("-MaximumRedirection")).equals(Optional.of("0"));
    for (Line line : block.lines()) {
      Matcher status = STATUS.matcher(line.text());
      Matcher failure = FAILURE.matcher(line.text());
      if (status.matches() && asked.isPresent()) {
        ProbeBuilder probe =
            first ? answered(block.command().get(), asked.get(), status) : connected(asked.get());
        ProbeReport.add(findings, block, line, asked.get().getHost(), probe);
      } else if (failure.matches() && asked.isPresent()) {
        outcome(failure.group(1))
            .ifPresent(
                outcome ->
                    ProbeReport.add(
                        findings,
                        block,
                        line,
                        asked.get().getHost(),
                        new ProbeBuilder(ProbeMethod.CONNECT, outcome)
                            .port(Optional.of(port(asked.get())))));
      }
      if (line.text().matches(REMARK)) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  private static Optional<URI> asked(ShellCommand command) {
    Optional<String> url =
        command
            .value("-Uri")
            .or(() -> command.arguments().stream().filter(a -> a.contains("://")).findFirst());
    try {
      return url.isEmpty()
          ? Optional.empty()
          : Optional.of(new URI(url.get())).filter(uri -> uri.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static ProbeBuilder connected(URI asked) {
    return new ProbeBuilder(ProbeMethod.CONNECT, ProbeOutcome.CONNECTED)
        .port(Optional.of(port(asked)));
  }

  private static ProbeBuilder answered(ShellCommand command, URI asked, Matcher status) {
    String code =
        Optional.ofNullable(status.group(1))
            .or(() -> Optional.ofNullable(status.group(2)))
            .orElseGet(() -> status.group(3));
    boolean head = command.value("-Method").map("head"::equalsIgnoreCase).orElse(false);
    boolean secure = asked.getScheme().equalsIgnoreCase("https");
    String path = Optional.ofNullable(asked.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    String host = asked.getHost() + (asked.getPort() < 0 ? "" : ":" + asked.getPort());
    return new ProbeBuilder(secure ? ProbeMethod.HTTPS : ProbeMethod.HTTP, ProbeOutcome.ANSWERED)
        .port(Optional.of(port(asked)))
        .status(Optional.of(Integer.valueOf(code)))
        .request(head ? HttpMethod.HEAD : HttpMethod.GET, HttpVersion.HTTP_1_1, host, path + query);
  }

  private static int port(URI asked) {
    boolean secure = asked.getScheme().equalsIgnoreCase("https");
    return asked.getPort() >= 0 ? asked.getPort() : secure ? 443 : 80;
  }

  /** "Unable to connect" does not tell whether the connection was refused or lost. */
  private static Optional<ProbeOutcome> outcome(String words) {
    if (words.contains("actively refused") || words.contains("积极拒绝")) {
      return Optional.of(ProbeOutcome.REFUSED);
    }
    boolean unable = words.contains("Unable to connect") || words.contains("无法连接到远程服务器");
    return unable ? Optional.of(ProbeOutcome.NOT_CONNECTED) : Optional.empty();
  }
}
