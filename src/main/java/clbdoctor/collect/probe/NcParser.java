package clbdoctor.collect.probe;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code nc -vz HOST PORT} of OpenBSD, the traditional one, and ncat.
 *
 * <pre>
 * Connection to 10.0.0.10 80 port [tcp/http] succeeded!
 * nc: connect to 10.0.0.10 port 99 (tcp) failed: Connection refused
 * </pre>
 *
 * <pre>
 * (UNKNOWN) [10.0.0.10] 80 (http) open
 * (UNKNOWN) [10.0.0.10] 99 (?) : Connection refused
 * </pre>
 *
 * <pre>
 * Ncat: Connected to 10.0.0.10:80.
 * Ncat: Connection refused.
 * </pre>
 *
 * With -u "succeeded" and "open" say only that no port unreachable came back.
 */
public final class NcParser implements OutputParser {

  private static final Pattern OPENBSD_OK =
      Pattern.compile(
          "Connection to (\\S{1,200})(?: \\(\\S+\\))? ([0-9]{1,5}) port \\[(tcp|udp)/.{1,40}] succeeded!");
  private static final Pattern OPENBSD_FAILED =
      Pattern.compile(
          "nc[.a-z]{0,12}: connect to (\\S{1,200})(?: \\(\\S+\\))? port ([0-9]{1,5}) \\((tcp|udp)\\) (?:failed|timed out): (.*)");
  private static final Pattern TRADITIONAL =
      Pattern.compile("\\S{1,200} \\[([0-9.]{7,15})] ([0-9]{1,5}) \\([^)]{1,40}\\) (?:: )?(.*)");
  private static final Pattern NCAT_OK =
      Pattern.compile("Ncat: Connected to (\\S{1,200}):([0-9]{1,5})\\.");
  private static final Pattern NCAT_FAILED =
      Pattern.compile(
          "Ncat: (Connection refused|Connection timed out|TIMEOUT|No route to host|Network is unreachable)\\.?");
  private static final Pattern REMARK =
      Pattern.compile(
          "Ncat: Version .*|Ncat: [0-9]+ bytes sent.*|.*inverse host lookup failed.*|.*forward host lookup failed.*|Ncat: UDP packet sent successfully| sent [0-9]+, rcvd [0-9]+.*");

  @Override
  public String tool() {
    return "nc";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return Set.of("nc", "ncat", "netcat", "nc.openbsd", "nc.traditional")
            .contains(command.program())
        && !command.option('l');
  }

  @Override
  public boolean begins(Line line) {
    String text = line.text().trim();
    return OPENBSD_OK.matcher(text).matches()
        || OPENBSD_FAILED.matcher(text).matches()
        || TRADITIONAL.matcher(text).matches()
        || text.startsWith("Ncat: ");
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      String text = line.text().trim();
      Optional<Attempt> attempt = named(text, block).or(() -> ncatFailure(text, block));
      if (REMARK.matcher(line.text()).matches()) {
        findings.read(line);
      } else if (attempt.isPresent()) {
        report(findings, block, line, attempt.get());
      } else if (NCAT_FAILED.matcher(text).matches()) {
        findings.unread(line, "without the command nobody can tell which port was tried");
      }
    }
    return findings.build();
  }

  /** What was tried; the outcome is empty when its words are not known. */
  private record Attempt(String host, String port, boolean udp, Optional<ProbeOutcome> outcome) {}

  /** The forms that name the host and port themselves. */
  private static Optional<Attempt> named(String text, Block block) {
    Optional<ProbeOutcome> open = Optional.of(ProbeOutcome.CONNECTED);
    Matcher ok = OPENBSD_OK.matcher(text);
    if (ok.matches()) {
      return Optional.of(new Attempt(ok.group(1), ok.group(2), ok.group(3).equals("udp"), open));
    }
    Matcher failed = OPENBSD_FAILED.matcher(text);
    if (failed.matches()) {
      String words = text.contains(" timed out: ") ? "timed out" : failed.group(4);
      boolean udp = failed.group(3).equals("udp");
      return Optional.of(
          new Attempt(failed.group(1), failed.group(2), udp, ProbeReport.outcome(words)));
    }
    boolean udp = block.option('u');
    Matcher traditional = TRADITIONAL.matcher(text);
    if (traditional.matches()) {
      String words = traditional.group(3);
      Optional<ProbeOutcome> outcome = words.startsWith("open") ? open : ProbeReport.outcome(words);
      return Optional.of(new Attempt(traditional.group(1), traditional.group(2), udp, outcome));
    }
    Matcher ncat = NCAT_OK.matcher(text);
    return ncat.matches()
        ? Optional.of(new Attempt(ncat.group(1), ncat.group(2), udp, open))
        : Optional.empty();
  }

  private static Optional<Attempt> ncatFailure(String text, Block block) {
    Matcher failed = NCAT_FAILED.matcher(text);
    List<String> operands =
        block.command().map(c -> Operands.of(c.arguments(), "-w -i -p -s -q")).orElse(List.of());
    return failed.matches() && operands.size() == 2
        ? Optional.of(
            new Attempt(
                operands.get(0),
                operands.get(1),
                block.option('u'),
                ProbeReport.outcome(failed.group(1))))
        : Optional.empty();
  }

  private static void report(Findings findings, Block block, Line line, Attempt attempt) {
    if (!attempt.port().matches("[0-9]{1,5}") || attempt.outcome().isEmpty()) {
      findings.unread(line, "the words of the error are not known");
      return;
    }
    ProbeOutcome outcome = attempt.outcome().get();
    ProbeBuilder probe =
        new ProbeBuilder(
                attempt.udp() ? ProbeMethod.UDP : ProbeMethod.CONNECT,
                attempt.udp() ? datagram(outcome) : outcome)
            .port(Optional.of(Integer.valueOf(attempt.port())));
    ProbeReport.add(findings, block, line, attempt.host(), probe);
  }

  /** A datagram that was not refused met silence. */
  private static ProbeOutcome datagram(ProbeOutcome outcome) {
    return switch (outcome) {
      case CONNECTED -> ProbeOutcome.TIMED_OUT;
      case REFUSED -> ProbeOutcome.PORT_UNREACHABLE;
      default -> outcome;
    };
  }
}
