package clbdoctor.collect.probe;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Test-NetConnection 10.0.0.10 -Port 80} of Windows PowerShell.
 *
 * <pre>
 * ComputerName     : 10.0.0.10
 * RemoteAddress    : 10.0.0.10
 * RemotePort       : 80
 * InterfaceAlias   : Ethernet
 * SourceAddress    : 10.0.0.5
 * TcpTestSucceeded : True
 * </pre>
 *
 * A failed test does not tell whether the connection was refused or lost.
 */
public final class TestNetConnectionParser implements OutputParser {

  private static final Pattern FIELD = Pattern.compile("(\\w{4,40})(?: \\(RTT\\))?\\s*: ?(.*)");
  private static final Set<String> FIELDS =
      Set.of(
          "ComputerName",
          "RemoteAddress",
          "RemotePort",
          "InterfaceAlias",
          "SourceAddress",
          "PingSucceeded",
          "PingReplyDetails",
          "TcpTestSucceeded",
          "NameResolutionResults",
          "MatchingIPsecRules",
          "NetworkIsolationContext",
          "IsAdmin",
          "NetRoute");

  @Override
  public String tool() {
    return "Test-NetConnection";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return Set.of("test-netconnection", "tnc").contains(command.program());
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("ComputerName\\s+: .*|(?:WARNING|警告): TCP connect to \\(.*failed.*");
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<String> address = Optional.empty();
    Optional<Integer> port = Optional.empty();
    for (Line line : block.lines()) {
      Matcher field = FIELD.matcher(line.text().trim());
      boolean known = field.matches() && FIELDS.contains(field.group(1));
      String value = known ? field.group(2).trim() : "";
      if (known && field.group(1).equals("RemoteAddress")) {
        address = Optional.of(value);
      } else if (known && field.group(1).equals("RemotePort") && value.matches("[0-9]{1,5}")) {
        port = Optional.of(Integer.valueOf(value));
      } else if (known && address.isPresent()) {
        String target = address.get();
        probe(field.group(1), value, port)
            .ifPresent(probe -> ProbeReport.add(findings, block, line, target, probe));
      }
      if (known || line.text().matches("(?:WARNING|警告): .*")) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  private static Optional<ProbeBuilder> probe(String field, String value, Optional<Integer> port) {
    boolean yes = value.equals("True");
    if (field.equals("TcpTestSucceeded") && port.isPresent() && (yes || value.equals("False"))) {
      ProbeOutcome outcome = yes ? ProbeOutcome.CONNECTED : ProbeOutcome.NOT_CONNECTED;
      return Optional.of(new ProbeBuilder(ProbeMethod.CONNECT, outcome).port(port));
    }
    return field.equals("PingSucceeded") && yes
        ? Optional.of(new ProbeBuilder(ProbeMethod.PING, ProbeOutcome.ANSWERED))
        : Optional.empty();
  }
}
