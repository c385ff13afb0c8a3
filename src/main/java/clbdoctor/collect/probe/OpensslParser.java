package clbdoctor.collect.probe;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.TlsServer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code openssl s_client -connect 10.0.0.10:443 -servername www.example.com}, openssl-s_client(1).
 *
 * <pre>
 * CONNECTED(00000003)
 * subject=CN = www.example.com
 * New, TLSv1.2, Cipher is ECDHE-RSA-AES256-GCM-SHA384
 * Verify return code: 18 (self-signed certificate)
 * </pre>
 *
 * <pre>
 * 40E7:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl/record/ssl3_record.c:354:
 * New, (NONE), Cipher is (NONE)
 * </pre>
 */
public final class OpensslParser implements OutputParser {

  private static final Pattern NEW =
      Pattern.compile("(?:New|Reused), (TLSv[0-9.]+|SSLv3), Cipher is (?!\\(NONE\\)).*");
  private static final Pattern NONE = Pattern.compile("New, \\(NONE\\), Cipher is \\(NONE\\)");
  private static final Pattern ERROR =
      Pattern.compile(".*error:[0-9A-F]{4,16}:SSL routines:[^:]*:([^:]+).*");
  private static final Pattern SYSTEM =
      Pattern.compile(
          "(?:[0-9A-F]+:error:[^:]+:system library:[^:]*:([^:]+):.*|connect: (.*)|connect:errno=([0-9]+))");
  private static final Pattern SUBJECT = Pattern.compile("subject=/?(.*)");
  private static final Pattern VERIFY =
      Pattern.compile("\\s*Verify return code: ([0-9]+) \\((.*)\\)");

  @Override
  public String tool() {
    return "openssl s_client";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("openssl") && command.argument("s_client")
        || command.tail().contains("openssl s_client");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("CONNECTED\\([0-9A-F]{8}\\)");
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Line first = block.lines().stream().filter(l -> !l.blank()).findFirst().orElse(new Line(1, ""));
    Optional<String> connect = connect(block);
    if (connect.isEmpty()) {
      findings.unread(first, "without the command nobody can tell which port was tried");
    } else {
      handshake(findings, block, connect.get());
    }
    return findings.readAll().build();
  }

  private static void handshake(Findings findings, Block block, String connect) {
    Optional<Match> done = find(NEW, block);
    Optional<Match> error = find(ERROR, block);
    Optional<Match> system = find(SYSTEM, block);
    Optional<Match> place = done.or(() -> error).or(() -> find(NONE, block));
    boolean connected = block.lines().stream().anyMatch(l -> l.text().startsWith("CONNECTED("));
    if (done.isPresent()) {
      report(findings, block, connect, done.get().line(), ProbeOutcome.ANSWERED, Optional.empty());
      findings.fact(done.get().line(), server(block));
    } else if (connected && place.isPresent()) {
      Optional<String> reason = error.map(Match::text);
      report(findings, block, connect, place.get().line(), ProbeOutcome.TLS_FAILED, reason);
    } else if (system.isPresent()) {
      Optional<ProbeOutcome> outcome = ProbeReport.outcome(system.get().text());
      outcome.ifPresent(
          o -> report(findings, block, connect, system.get().line(), o, Optional.empty()));
    }
  }

  private static void report(
      Findings findings,
      Block block,
      String connect,
      Line line,
      ProbeOutcome outcome,
      Optional<String> error) {
    int colon = connect.lastIndexOf(':');
    Optional<String> name = block.command().map(c -> c.value("-servername").orElse(""));
    Optional<String> version = find(NEW, block).map(Match::text);
    ProbeBuilder probe =
        new ProbeBuilder(ProbeMethod.TLS, outcome)
            .port(Optional.of(Integer.valueOf(connect.substring(colon + 1))))
            .tls(name, version, error);
    ProbeReport.add(findings, block, line, connect.substring(0, colon), probe);
  }

  /** Address and port of {@code -connect}. */
  private static Optional<String> connect(Block block) {
    return block
        .command()
        .map(c -> c.text().replaceFirst(".*-connect[= ]+", "").replaceFirst("[\\s|<>].*", ""))
        .filter(target -> target.matches("\\S+:[0-9]{1,5}"));
  }

  private static TlsServer server(Block block) {
    boolean asks =
        block.lines().stream()
            .anyMatch(l -> l.text().startsWith("Acceptable client certificate CA names"));
    boolean none =
        block.lines().stream()
            .anyMatch(l -> l.text().startsWith("No client certificate CA names sent"));
    Optional<Match> verify = find(VERIFY, block).filter(m -> !m.text().equals("0"));
    return new TlsServer(
        find(NEW, block).map(Match::text),
        find(SUBJECT, block).map(Match::text),
        verify.map(m -> m.line().text().replaceFirst(".*?\\((.*)\\).*", "$1")),
        asks || none ? Optional.of(asks) : Optional.empty());
  }

  /** The first line of this form and its first group that took part. */
  private record Match(Line line, String text) {}

  private static Optional<Match> find(Pattern pattern, Block block) {
    for (Line line : block.lines()) {
      Matcher matcher = pattern.matcher(line.text().trim());
      if (matcher.matches()) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
          if (matcher.group(group) != null) {
            return Optional.of(new Match(line, matcher.group(group)));
          }
        }
        return Optional.of(new Match(line, ""));
      }
    }
    return Optional.empty();
  }
}
