package clbdoctor.collect.socket;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.Row;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Survey;
import clbdoctor.fact.TransportProtocol;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ss -ltnp} of iproute2, ss(8).
 *
 * <pre>
 * State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
 * LISTEN 0      511          0.0.0.0:80        0.0.0.0:*    users:(("nginx",pid=9029,fd=5))
 * LISTEN 0      511             [::]:81           [::]:*
 * LISTEN 0      511                *:82              *:*
 * </pre>
 *
 * Of a listening socket Recv-Q is the number of connections that wait, Send-Q the backlog. {@code
 * *:82} takes IPv4 and IPv6, {@code [::]:81} only IPv6. Versions before 4.17 print {@code *:80} for
 * IPv4 and {@code :::80} for IPv6, and do not tell whether that one takes IPv4 too.
 */
public final class SsParser implements OutputParser {

  private static final Pattern HEADER =
      Pattern.compile("(Netid\\s+)?State\\s+Recv-Q\\s+Send-Q\\s+Local Address:Port.*");

  /** {@code sport = :80}, in brackets or not. */
  private static final Pattern PORT_EXPRESSION =
      Pattern.compile("\\(? ?sport (?:(?:=|==|eq) )?:([0-9]{1,5}) ?\\)?");

  private static final Pattern DETAIL =
      Pattern.compile(
          "^\\s+[a-z]+[: ]|^\\s*(?:users:|ino:|uid:|timer:|sk:|v6only:|\\(\"|cgroup:|<->)");

  @Override
  public String tool() {
    return "ss";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("ss") && !command.option('s');
  }

  @Override
  public boolean begins(Line line) {
    return HEADER.matcher(line.text().trim()).matches()
        || SsRow.parse(line, Optional.empty(), false).filter(SsRow::listening).isPresent();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean old = oldFormat(block);
    for (Row row : Row.join(block.lines(), this::continues)) {
      Optional<SsRow> socket = SsRow.parse(row.line(), protocol(block), old);
      if (isHeader(row.line()) || socket.isPresent() || isWarning(row.line())) {
        findings.read(row);
      }
      socket.flatMap(SsRow::socket).ifPresent(fact -> findings.fact(row.line(), fact));
    }
    block.command().ifPresent(command -> surveys(command, findings, block));
    return findings.build();
  }

  private boolean isHeader(Line line) {
    return HEADER.matcher(line.text().trim()).matches();
  }

  private static boolean isWarning(Line line) {
    return line.text().startsWith("Failed to find cgroup2 mount")
        || line.text().startsWith("RTNETLINK answers:");
  }

  /** What -e and -i print below a row, and the rest of a row that a mail client wrapped. */
  private boolean continues(Line row, Line next) {
    if (next.blank() || isHeader(row) || isHeader(next) || SsRow.startsWithState(next)) {
      return false;
    }
    boolean torn =
        SsRow.startsWithState(row) && SsRow.parse(row, Optional.empty(), false).isEmpty();
    return torn || DETAIL.matcher(next.text()).find();
  }

  /** Versions before 4.17 print a bare {@code :::} where later ones print {@code [::]:}. */
  private static boolean oldFormat(Block block) {
    return block.lines().stream().anyMatch(line -> line.text().contains(" :::"));
  }

  private static Optional<TransportProtocol> protocol(Block block) {
    boolean udp = block.option('u');
    boolean tcp = block.option('t');
    return udp == tcp
        ? Optional.empty()
        : Optional.of(udp ? TransportProtocol.UDP : TransportProtocol.TCP);
  }

  /** Listings of one version of IP hide sockets that take the other too, and make no survey. */
  private void surveys(ShellCommand command, Findings findings, Block block) {
    SocketFilter filter = SocketFilter.of(command);
    boolean headed =
        block.lines().stream().anyMatch(this::isHeader)
            || !command.filters().isEmpty()
            || command.option('H');
    boolean oneFamily =
        command.option('4') || command.option('6') || command.value("-f").isPresent();
    boolean lists = command.option('l') || command.option('a') || command.argument("--listening");
    Optional<Optional<Integer>> port = expression(command);
    if (!lists || oneFamily || !headed || !filter.understood() || port.isEmpty()) {
      return;
    }
    Optional<Integer> only = port.get().or(filter::port);
    boolean named = command.option('t') || command.option('u');
    boolean other = command.option('x') || command.option('w') || command.option('d');
    if (command.option('t') || !named && !other) {
      findings.survey(Survey.ofSockets(TransportProtocol.TCP, only));
    }
    if ((command.option('u') || !named && !other) && !filter.listening()) {
      findings.survey(Survey.ofSockets(TransportProtocol.UDP, only));
    }
  }

  /** The port of a filter expression; an inner nothing without one, an outer one for others. */
  private static Optional<Optional<Integer>> expression(ShellCommand command) {
    String words =
        String.join(" ", command.arguments().stream().filter(a -> !a.startsWith("-")).toList());
    Matcher matcher = PORT_EXPRESSION.matcher(words);
    if (words.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    return matcher.matches()
        ? Optional.of(Optional.of(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }
}
