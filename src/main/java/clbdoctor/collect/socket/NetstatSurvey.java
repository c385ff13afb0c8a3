package clbdoctor.collect.socket;

import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Survey;
import clbdoctor.fact.TransportProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which sockets a netstat listing cannot have missed. Where netstat always prints a later part
 * (UNIX domain sockets on Linux, UDP on Windows), only that part proves that the listing is not
 * cut.
 */
final class NetstatSurvey {

  /** Arguments that leave one version of IP; sockets of the other may serve both. */
  private static final Set<String> ONE_FAMILY =
      Set.of(
          "-4", "-6", "--inet", "--inet6", "-A", "inet", "inet6", "tcp", "udp", "tcpv6", "udpv6");

  private NetstatSurvey() {}

  static List<Survey> of(ShellCommand command, List<Line> lines) {
    SocketFilter filter = SocketFilter.of(command);
    boolean filtered = !command.filters().isEmpty();
    boolean lists = command.option('l') || command.option('a') || command.option('A');
    boolean oneFamily =
        command.arguments().stream().anyMatch(a -> ONE_FAMILY.contains(a.toLowerCase()));
    boolean headed = lines.stream().anyMatch(line -> NetstatParser.heading(line.text().trim()));
    if (!lists || oneFamily || !filter.understood() || !filtered && !headed) {
      return List.of();
    }
    List<Survey> surveys = new ArrayList<>();
    Optional<Integer> port = filter.port();
    if (wants(command, 't') && (filtered || tcpEnds(command, lines))) {
      surveys.add(Survey.ofSockets(TransportProtocol.TCP, port));
    }
    if (wants(command, 'u') && !filter.listening() && (filtered || udpEnds(command, lines))) {
      surveys.add(Survey.ofSockets(TransportProtocol.UDP, port));
    }
    return surveys;
  }

  private static boolean wants(ShellCommand command, char protocol) {
    return command.option(protocol) || everyProtocol(command);
  }

  private static boolean everyProtocol(ShellCommand command) {
    return !command.option('t')
        && !command.option('u')
        && !command.option('w')
        && !command.option('x');
  }

  private static boolean tcpEnds(ShellCommand command, List<Line> lines) {
    return windows(lines)
        ? lines.stream().anyMatch(line -> line.text().trim().startsWith("UDP "))
        : udpEnds(command, lines);
  }

  private static boolean udpEnds(ShellCommand command, List<Line> lines) {
    return windows(lines)
        || !everyProtocol(command)
        || lines.stream().anyMatch(line -> line.text().matches("(?:Active|活跃的?) ?UNIX.*"));
  }

  private static boolean windows(List<Line> lines) {
    return lines.stream().anyMatch(line -> line.text().trim().startsWith("TCP "));
  }
}
