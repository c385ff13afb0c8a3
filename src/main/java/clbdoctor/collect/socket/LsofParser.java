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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code lsof -i :80 -P -n}, lsof(8).
 *
 * <pre>
 * COMMAND  PID     USER   FD   TYPE DEVICE SIZE/OFF NODE NAME
 * nginx   9026     root    5u  IPv4  20802      0t0  TCP *:80 (LISTEN)
 * nginx   9027 www-data    5u  IPv4  20802      0t0  TCP *:80 (LISTEN)
 * </pre>
 *
 * A socket that several processes share is one socket, of the first of them. Only root sees the
 * sockets of all, so only an output that root surely got makes a survey.
 */
public final class LsofParser implements OutputParser {

  private static final Pattern ROW =
      Pattern.compile(
          "(\\S{1,64})\\s+([0-9]{1,9})\\s+(?:[0-9]+\\s+)?\\S+\\s+[0-9]+[a-zA-Z]*\\s+(IPv[46])\\s+\\S+\\s+\\S+\\s+(TCP|UDP)\\s+(\\S+)(?: \\(([A-Z_0-9]+)\\))?");
  private static final Pattern PORT =
      Pattern.compile("(?:-i ?)?(?:[46])?(?:tcp|TCP|udp|UDP)?:([0-9]{1,5})");

  @Override
  public String tool() {
    return "lsof";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("lsof") && command.tail().matches(".*-\\w*i.*");
  }

  @Override
  public boolean begins(Line line) {
    return line.text()
            .matches("COMMAND\\s+PID\\s+(?:TID\\s+)?(?:TASKCMD\\s+)?USER\\s+FD\\s+TYPE\\s+.*")
        || ROW.matcher(line.text().trim()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Set<String> seen = new HashSet<>();
    for (Line line : block.lines()) {
      Matcher row = ROW.matcher(line.text().trim());
      if (row.matches()) {
        Optional<ListeningSocket> socket = socket(row);
        boolean other =
            row.group(6) != null && !row.group(6).equals("LISTEN") || row.group(5).contains("->");
        if (socket.isPresent()
            && seen.add(socket.get().protocol() + " " + row.group(3) + row.group(5))) {
          findings.fact(line, socket.get());
        } else if (socket.isPresent() || other) {
          findings.read(line);
        }
      } else if (begins(line)) {
        findings.read(line);
      }
    }
    block.command().ifPresent(command -> surveys(command, findings));
    return findings.build();
  }

  private static Optional<ListeningSocket> socket(Matcher row) {
    boolean tcp = row.group(4).equals("TCP");
    boolean listening = tcp ? "LISTEN".equals(row.group(6)) : !row.group(5).contains("->");
    boolean version6 = row.group(3).equals("IPv6");
    return LocalAddress.parse(row.group(5))
        .filter(end -> listening)
        .map(
            end ->
                new ListeningSocket(
                    tcp ? TransportProtocol.TCP : TransportProtocol.UDP,
                    end.address().orElse(IpAddress.parse(version6 ? "::" : "0.0.0.0")),
                    end.port(),
                    Optional.of(row.group(1)),
                    Optional.of(Integer.valueOf(row.group(2))),
                    Optional.empty()));
  }

  /** Without rows lsof prints nothing at all, whether there are none or it may not see them. */
  private static void surveys(ShellCommand command, Findings findings) {
    List<String> rest =
        command.arguments().stream().filter(a -> !a.matches("-[PnlR]+|-i")).toList();
    Matcher port = PORT.matcher(String.join(" ", rest));
    if (!command.elevated() || !command.filters().isEmpty() || !port.matches()) {
      return;
    }
    Optional<Integer> number = Optional.of(Integer.valueOf(port.group(1)));
    String text = port.group().toLowerCase();
    boolean oneFamily = text.matches("(?:-i ?)?[46].*");
    if (!oneFamily && !text.contains("udp")) {
      findings.survey(Survey.ofSockets(TransportProtocol.TCP, number));
    }
    if (!oneFamily && !text.contains("tcp")) {
      findings.survey(Survey.ofSockets(TransportProtocol.UDP, number));
    }
  }
}
