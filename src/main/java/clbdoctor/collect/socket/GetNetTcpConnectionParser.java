package clbdoctor.collect.socket;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.ListeningSocket;
import clbdoctor.fact.Survey;
import clbdoctor.fact.TransportProtocol;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code Get-NetTCPConnection -State Listen} of PowerShell.
 *
 * <pre>
 * LocalAddress  LocalPort RemoteAddress RemotePort State  AppliedSetting OwningProcess
 * ------------  --------- ------------- ---------- -----  -------------- -------------
 * ::            80        ::            0          Listen                4
 * 0.0.0.0       3389      0.0.0.0       0          Listen                1012
 * </pre>
 *
 * "No MSFT_NetTCPConnection objects found" is an empty listing.
 */
public final class GetNetTcpConnectionParser implements OutputParser {

  private static final String HEADER =
      "LocalAddress\\s+LocalPort\\s+RemoteAddress\\s+RemotePort\\s+State.*";

  private static final Pattern NONE =
      Pattern.compile(
          "Get-NetTCPConnection : No (?:matching )?MSFT_NetTCPConnection objects found.*");

  @Override
  public String tool() {
    return "Get-NetTCPConnection";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("get-nettcpconnection");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().trim().matches(HEADER);
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean looked = false;
    for (Line line : block.lines()) {
      boolean none = NONE.matcher(line.text()).matches();
      looked |= none || begins(line);
      if (none || begins(line) || remark(line.text().trim())) {
        findings.read(line);
      } else {
        row(findings, line);
      }
    }
    if (looked) {
      block.command().flatMap(GetNetTcpConnectionParser::survey).ifPresent(findings::survey);
    }
    return findings.build();
  }

  private static void row(Findings findings, Line line) {
    List<String> words = line.words();
    boolean row =
        words.size() >= 5
            && words.get(1).matches("[0-9]{1,5}")
            && words.get(3).matches("[0-9]{1,5}");
    if (row && words.get(4).equals("Listen")) {
      socket(words).ifPresent(socket -> findings.fact(line, socket));
    } else if (row && words.get(4).matches("(?!List)[A-Z][A-Za-z0-9]+")) {
      findings.read(line);
    }
  }

  private static boolean remark(String text) {
    return text.matches(
        "[-\\s]+|\\+ .*|At line:[0-9]+ char:[0-9]+|(?:property )?and retry\\.|property '.*|.*Verify the value of the property.*");
  }

  private static Optional<ListeningSocket> socket(List<String> words) {
    String last = words.get(words.size() - 1);
    int port = Integer.parseInt(words.get(1));
    return IpAddress.tryParse(words.get(0).replaceFirst("%.*", ""))
        .filter(address -> port >= 1 && port <= 65535)
        .map(
            address ->
                new ListeningSocket(
                    TransportProtocol.TCP,
                    address,
                    port,
                    Optional.empty(),
                    last.matches("[0-9]{1,9}") && words.size() > 5
                        ? Optional.of(Integer.valueOf(last))
                        : Optional.empty(),
                    Optional.empty()));
  }

  private static Optional<Survey> survey(ShellCommand command) {
    Optional<Integer> port =
        command.value("-LocalPort").filter(p -> p.matches("[0-9]{1,5}")).map(Integer::valueOf);
    boolean narrow =
        command.arguments().stream()
            .anyMatch(
                a -> a.matches("(?i)-(?:LocalAddress|Remote.*|OwningProcess|AppliedSetting)"));
    boolean listening = command.value("-State").map(s -> s.equalsIgnoreCase("Listen")).orElse(true);
    boolean portStated = command.argumentIgnoringCase("-LocalPort");
    SocketFilter filter = SocketFilter.of(command);
    return narrow || !listening || portStated && port.isEmpty() || !filter.understood()
        ? Optional.empty()
        : Optional.of(Survey.ofSockets(TransportProtocol.TCP, port.or(filter::port)));
  }
}
