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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code telnet HOST PORT}, telnet(1), and that of Windows in English and Chinese. Only the
 * connection counts: what was typed into it is not known.
 *
 * <pre>
 * Trying 10.0.0.10...
 * Connected to 10.0.0.10.
 * Escape character is '^]'.
 * </pre>
 *
 * <pre>
 * telnet: Unable to connect to remote host: Connection refused
 * Connecting To 10.0.0.10...Could not open connection to the host, on port 80: Connect failed
 * 正在连接10.0.0.10...无法打开到主机的连接。 在端口 80: 连接失败
 * </pre>
 */
public final class TelnetParser implements OutputParser {

  private static final Pattern TRYING = Pattern.compile("Trying [0-9a-fA-F.:]{2,45}\\.\\.\\.");
  private static final Pattern CONNECTED = Pattern.compile("Connected to \\S{1,200}\\.?");
  private static final Pattern FAILED =
      Pattern.compile(
          "telnet: (?:Unable to connect to remote host|connect to address \\S+|connect): (.*)");
  private static final Pattern WINDOWS =
      Pattern.compile(
          "(?:Connecting To|正在连接) ?(\\S{1,100}?)\\.\\.\\.\\s*(?:Could not open connection to the host, on port|无法打开到主机的连接。? ?在端口) ?([0-9]{1,5}) ?[:：].*");
  private static final Pattern RESOLVING = Pattern.compile("telnet: could not resolve .*");

  @Override
  public String tool() {
    return "telnet";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("telnet");
  }

  @Override
  public boolean begins(Line line) {
    String text = line.text().trim();
    return TRYING.matcher(text).matches()
        || FAILED.matcher(text).matches()
        || WINDOWS.matcher(text).matches();
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<String> operands = operands(block);
    for (Line line : block.lines()) {
      Matcher windows = WINDOWS.matcher(line.text().trim());
      Optional<ProbeOutcome> outcome = outcome(line.text().trim());
      if (windows.matches()) {
        report(
            findings,
            block,
            line,
            List.of(windows.group(1), windows.group(2)),
            ProbeOutcome.NOT_CONNECTED);
      } else if (outcome.isPresent()) {
        report(findings, block, line, operands, outcome.get());
      } else if (RESOLVING.matcher(line.text()).matches()) {
        findings.unread(line, "the name was not resolved, so nothing was sent");
      } else if (TRYING.matcher(line.text().trim()).matches() || findings.hasFacts()) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  private static List<String> operands(Block block) {
    return block
        .command()
        .map(c -> c.arguments().stream().filter(a -> !a.startsWith("-")).toList())
        .orElse(List.of());
  }

  private static Optional<ProbeOutcome> outcome(String text) {
    Matcher failed = FAILED.matcher(text);
    return failed.matches()
        ? ProbeReport.outcome(failed.group(1))
        : CONNECTED.matcher(text).matches()
            ? Optional.of(ProbeOutcome.CONNECTED)
            : Optional.empty();
  }

  private static void report(
      Findings findings, Block block, Line line, List<String> operands, ProbeOutcome outcome) {
    if (operands.isEmpty()) {
      findings.unread(line, "without the command nobody can tell which port was tried");
      return;
    }
    String port = operands.size() > 1 ? operands.get(1) : "23";
    if (port.matches("[0-9]{1,5}")) {
      ProbeBuilder probe =
          new ProbeBuilder(ProbeMethod.CONNECT, outcome).port(Optional.of(Integer.valueOf(port)));
      ProbeReport.add(findings, block, line, operands.get(0), probe);
    }
  }
}
