package clbdoctor.collect.socket;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.ConnectionCount;
import clbdoctor.fact.TcpState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ss -s}, ss(8).
 *
 * <pre>
 * Total: 10
 * TCP:   28012 (estab 120, closed 27880, orphaned 0, timewait 27880)
 * </pre>
 *
 * Old versions write {@code synrecv 3, timewait 27880/0}.
 */
public final class SsSummaryParser implements OutputParser {

  private static final Pattern TCP = Pattern.compile("TCP:\\s+[0-9]+ \\((.*)\\).*");
  private static final Pattern NUMBER = Pattern.compile("(estab|synrecv|timewait) ([0-9]{1,9})");

  @Override
  public String tool() {
    return "ss -s";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ss") && command.option('s');
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("Total: [0-9]+(?: \\(kernel [0-9]+\\))?");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    for (Line line : block.lines()) {
      Matcher tcp = TCP.matcher(line.text());
      if (tcp.matches()) {
        Matcher number = NUMBER.matcher(tcp.group(1));
        while (number.find()) {
          findings.fact(line, count(number));
        }
      } else if (begins(line)
          || line.text()
              .matches("Transport\\s+Total.*|(?:RAW|UDP|TCP|INET|FRAG|\\*)\\s+[0-9-]+\\s.*")) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  private static ConnectionCount count(Matcher number) {
    TcpState state =
        switch (number.group(1)) {
          case "estab" -> TcpState.ESTABLISHED;
          case "synrecv" -> TcpState.SYN_RECEIVED;
          default -> TcpState.TIME_WAIT;
        };
    int count = Integer.parseInt(number.group(2));
    return new ConnectionCount(state, count, Optional.empty(), Optional.empty());
  }
}
