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
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Line trimmed = new Line(line.number(), line.text().trim());
      if (REMARK.matcher(line.text()).matches()) {
        findings.read(line);
      } else if (!named(findings, block, trimmed)) {
        ncatFailure(findings, block, trimmed);
      }
    }
    return findings.build();
  }

  /** The forms that name the host and port themselves. */
  private static boolean named(Findings findings, Block block, Line line) {
    Matcher ok = OPENBSD_OK.matcher(line.text());
    Matcher failed = OPENBSD_FAILED.matcher(line.text());
    Matcher traditional = TRADITIONAL.matcher(line.text());
    Matcher ncat = NCAT_OK.matcher(line.text());
    if (ok.matches()) {
      boolean udp = ok.group(3).equals("udp");
      report(
          findings,
          block,
          line,
          ok.group(1),
          ok.group(2),
          udp,
          Optional.of(ProbeOutcome.CONNECTED));
    } else if (failed.matches()) {
      boolean late = line.text().contains(" timed out: ");
      String words = late ? "timed out" : failed.group(4);
      boolean udp = failed.group(3).equals("udp");
      report(
          findings, block, line, failed.group(1), failed.group(2), udp, ProbeReport.outcome(words));
    } else if (traditional.matches()) {
      boolean open = traditional.group(3).startsWith("open");
      Optional<ProbeOutcome> outcome =
          open ? Optional.of(ProbeOutcome.CONNECTED) : ProbeReport.outcome(traditional.group(3));
      report(
          findings,
          block,
          line,
          traditional.group(1),
          traditional.group(2),
          block.option('u'),
          outcome);
    } else if (ncat.matches()) {
      report(
          findings,
          block,
          line,
          ncat.group(1),
          ncat.group(2),
          block.option('u'),
          Optional.of(ProbeOutcome.CONNECTED));
    }
    return ok.matches() || failed.matches() || traditional.matches() || ncat.matches();
  }

  private static void ncatFailure(Findings findings, Block block, Line line) {
    Matcher failed = NCAT_FAILED.matcher(line.text());
    List<String> operands =
        block.command().map(c -> Operands.of(c.arguments(), "-w -i -p -s -q")).orElse(List.of());
    if (failed.matches() && operands.size() == 2) {
      report(
          findings,
          block,
          line,
          operands.get(0),
          operands.get(1),
          block.option('u'),
          ProbeReport.outcome(failed.group(1)));
    } else if (failed.matches()) {
      findings.unread(line, "without the command nobody can tell which port was tried");
    }
  }

  private static void report(
      Findings findings,
      Block block,
      Line line,
      String host,
      String port,
      boolean udp,
      Optional<ProbeOutcome> outcome) {
    boolean valid = port.matches("[0-9]{1,5}") && outcome.isPresent();
    if (!valid) {
      findings.unread(line, "the words of the error are not known");
      return;
    }
    ProbeOutcome result = udp ? datagram(outcome.get()) : outcome.get();
    ProbeBuilder probe =
        new ProbeBuilder(udp ? ProbeMethod.UDP : ProbeMethod.CONNECT, result)
            .port(Optional.of(Integer.valueOf(port)));
    ProbeReport.add(findings, block, line, host, probe);
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
