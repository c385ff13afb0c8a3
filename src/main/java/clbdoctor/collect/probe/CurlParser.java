package clbdoctor.collect.probe;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.TlsServer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * curl, curl(1), with or without -I, -i, -v, -w, and its error messages.
 *
 * <pre>
 * HTTP/1.1 301 Moved Permanently
 * Server: nginx/1.22.1
 * Location: https://www.example.com/
 * </pre>
 *
 * <pre>
 * curl: (28) Connection timed out after 2001 milliseconds
 * curl: (28) Operation timed out after 2001 milliseconds with 0 bytes received
 * curl: (7) Failed to connect to 10.0.0.10 port 99 after 0 ms: Couldn't connect to server
 * curl: (52) Empty reply from server
 * </pre>
 *
 * Error 7 of versions from 7.83 on does not tell a refusal from an unreachable host; -v does. Of a
 * redirect that curl follows only the first answer counts: the check follows none.
 */
public final class CurlParser implements OutputParser {

  private static final Pattern ERROR = Pattern.compile(".*?curl: \\(([0-9]{1,3})\\) (.*)");
  private static final Pattern FAILED_CONNECT =
      Pattern.compile("Failed (?:to )?connect to (\\S{1,100}) port ([0-9]{1,5}).*");

  @Override
  public String tool() {
    return "curl";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("curl");
  }

  @Override
  public boolean begins(Line line) {
    return ERROR.matcher(line.text()).matches()
        || line.text().matches("\\*\\s+Trying [0-9a-fA-F.:\\[\\]]+(?::[0-9]+)?\\.\\.\\..*")
        || line.text().matches("HTTP/[0-9.]+ [1-5][0-9]{2}(?: .*)?")
        || line.text().matches("\\s+% Total\\s+% Received % Xferd.*");
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<Line> lines = block.lines().stream().map(CurlMeter::without).toList();
    CurlTrace trace = CurlTrace.of(lines);
    Optional<CurlRequest> asked =
        block.command().flatMap(c -> CurlRequest.of(c.arguments())).or(trace::request);
    if (asked.isEmpty()) {
      connectErrors(findings, block, lines);
    } else if (asked.get().obstacle().isPresent()) {
      refuse(findings, lines, asked.get().obstacle().get());
    } else {
      probe(findings, block, lines, trace, asked.get());
    }
    return findings.readAll().build();
  }

  private void probe(
      Findings findings, Block block, List<Line> lines, CurlTrace trace, CurlRequest request) {
    Optional<CurlFormat> format =
        block
            .command()
            .flatMap(c -> CurlArguments.of(c.arguments()).value("-w", "--write-out"))
            .flatMap(f -> CurlFormat.find(f, lines));
    String target = trace.connectedTo().orElse(request.target());
    CurlAnswer answer = CurlAnswer.of(lines, trace, format, request);
    if (answer.verifyError().isPresent()) {
      TlsServer server =
          new TlsServer(
              trace.tlsVersion(), trace.subject(), answer.verifyError(), Optional.empty());
      findings.fact(answer.line(), server);
    } else if (answer.outcome().isEmpty()) {
      findings.unread(answer.line(), answer.doubt());
    } else {
      ProbeReport.add(findings, block, answer.line(), target, builder(request, trace, answer));
    }
  }

  private static ProbeBuilder builder(CurlRequest request, CurlTrace trace, CurlAnswer answer) {
    HttpVersion version = trace.version().or(request::version).orElse(answer.spoken());
    ProbeBuilder probe =
        new ProbeBuilder(request.probeMethod(), answer.outcome().get())
            .port(Optional.of(request.port()))
            .request(request.method(), version, request.host(), request.path())
            .status(answer.status())
            .latencyMillis(answer.millis())
            .location(answer.location());
    return request.https()
        ? probe.tls(Optional.of(request.serverName()), trace.tlsVersion(), answer.tlsError())
        : probe;
  }

  /** Without the request only a failed connection says something. */
  private static void connectErrors(Findings findings, Block block, List<Line> lines) {
    for (Line line : lines) {
      Matcher error = ERROR.matcher(line.text());
      Matcher connect = FAILED_CONNECT.matcher(error.matches() ? error.group(2) : "");
      if (connect.matches()) {
        ProbeOutcome outcome =
            ProbeReport.outcome(error.group(2)).orElse(ProbeOutcome.NOT_CONNECTED);
        ProbeBuilder probe =
            new ProbeBuilder(ProbeMethod.CONNECT, outcome)
                .port(Optional.of(Integer.valueOf(connect.group(2))));
        ProbeReport.add(findings, block, line, connect.group(1), probe);
      }
    }
    if (!findings.hasFacts()) {
      refuse(findings, lines, "without the command nobody can tell what was asked");
    }
  }

  /** One reason for the whole output. */
  private static void refuse(Findings findings, List<Line> lines, String reason) {
    lines.stream()
        .filter(line -> !line.blank())
        .findFirst()
        .ifPresent(line -> findings.unread(line, reason));
  }
}
