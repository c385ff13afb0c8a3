package clbdoctor.collect.capture;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Capture;
import clbdoctor.fact.CapturedExchange;
import clbdoctor.fact.IpAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code tcpdump -nni any} on the server, tcpdump(8), judged over the checks in it.
 *
 * <pre>
 * 18:40:01.000123 eth0  In  IP 100.64.0.1.41022 &gt; 10.0.0.10.80: Flags [S], seq 1, win 64240, length 0
 * 18:40:02.010456 eth0  In  IP 100.64.0.1.41022 &gt; 10.0.0.10.80: Flags [S], seq 1, win 64240, length 0
 * </pre>
 *
 * It counts only when it spans two check intervals and all checks in it fare alike. Packets count
 * as the check's by the known check source and checked port. "Nothing arrives" needs a capture on
 * every interface of a known length.
 */
public final class TcpdumpParser implements OutputParser {

  private static final String REMARK =
      "tcpdump: (?:verbose output|listening on|WARNING|data link type).*|listening on .*|[0-9]+ packets? (?:captured|received by filter|dropped by .*)|\\^C.*|dropped privs to .*|\\s+0x[0-9a-f]+:.*";

  @Override
  public String tool() {
    return "tcpdump";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("tcpdump");
  }

  @Override
  public boolean begins(Line line) {
    return line.text().matches("tcpdump: (?:verbose output suppressed|listening on).*")
        || Packet.parse(line.text().trim()).isPresent();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    List<Packet> packets = new ArrayList<>();
    Optional<Line> first = Optional.empty();
    for (Line line : block.lines()) {
      Optional<Packet> packet = Packet.parse(line.text().trim());
      packet.ifPresent(packets::add);
      first = first.or(() -> packet.map(p -> line));
      if (line.text().matches(REMARK)
          || line.text().matches("(?:[0-9-]{10} )?[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]+ .*")) {
        findings.read(line);
      }
    }
    Line place = first.orElse(new Line(block.firstLine(), ""));
    Verdict verdict = packets.isEmpty() ? nothing(block) : judge(packets, block.context());
    verdict.exchange().ifPresent(exchange -> findings.fact(place, new Capture(exchange)));
    ReadOutput read = findings.build();
    return verdict.exchange().isPresent()
        ? read
        : read.then(Verdict.doubt(place, verdict.reason()));
  }

  /** The packets of the check, by connection. */
  private static Verdict judge(List<Packet> packets, ReadingContext context) {
    if (context.checkSources().isEmpty() || context.checkedPort().isEmpty()) {
      return Verdict.unknown(
          "the check source and the checked port are not known, so nobody can tell its packets from others");
    }
    Map<String, CheckFlow> flows = new LinkedHashMap<>();
    for (Packet packet : packets) {
      take(packet, context, flows);
    }
    double end = packets.get(packets.size() - 1).seconds();
    List<CheckFlow> begun = flows.values().stream().filter(CheckFlow::begun).toList();
    if (begun.isEmpty() || !longEnough(begun, end - packets.get(0).seconds(), context)) {
      return Verdict.unknown("the capture does not span two check intervals");
    }
    Set<CapturedExchange> exchanges = new HashSet<>();
    begun.forEach(flow -> flow.exchange(end).ifPresent(exchanges::add));
    return exchanges.size() == 1
        ? new Verdict(exchanges.stream().findFirst(), "")
        : Verdict.unknown("the checks in the capture fare differently, or do not end in it");
  }

  private static void take(Packet packet, ReadingContext context, Map<String, CheckFlow> flows) {
    int port = context.checkedPort().get();
    if (packet.icmp()) {
      flows.forEach(
          (key, flow) -> {
            if (key.startsWith(packet.destination() + " ")) {
              flow.prohibited();
            }
          });
    } else if (packet.destinationPort() == port && context.checkSource(packet.source())) {
      flow(flows, packet.source(), packet.sourcePort()).fromClient(packet);
    } else if (packet.sourcePort() == port && context.checkSource(packet.destination())) {
      flow(flows, packet.destination(), packet.destinationPort()).fromServer(packet);
    }
  }

  private static CheckFlow flow(Map<String, CheckFlow> flows, IpAddress address, int port) {
    return flows.computeIfAbsent(address + " " + port, key -> new CheckFlow());
  }

  /** Two intervals of a known check, or three checks: they are at least two intervals apart. */
  private static boolean longEnough(List<CheckFlow> begun, double span, ReadingContext context) {
    return context
        .intervalSeconds()
        .map(interval -> span >= 2.0 * interval)
        .orElse(
            begun.size() > 2 && begun.get(begun.size() - 1).start() - begun.get(0).start() >= 4);
  }

  private static Verdict nothing(Block block) {
    boolean ended = block.lines().stream().anyMatch(l -> l.text().startsWith("0 packets captured"));
    Optional<ShellCommand> command = block.command();
    boolean everywhere =
        command.flatMap(c -> c.value("-i")).map("any"::equals).orElse(false)
            || command.map(c -> c.tail().matches("-[a-z]*i any.*")).orElse(false);
    boolean narrow = command.map(c -> c.tail().matches(".*\\b(?:host|src|dst)\\b.*")).orElse(true);
    Optional<Integer> limit = command.flatMap(TcpdumpParser::limit);
    boolean spans =
        limit.isPresent()
            && block.context().intervalSeconds().map(i -> limit.get() >= 2 * i).orElse(false);
    return ended && everywhere && !narrow && spans
        ? new Verdict(Optional.of(CapturedExchange.NOTHING_ARRIVES), "")
        : Verdict.unknown(
            "an empty capture counts when it is known to cover every interface over two check intervals");
  }

  /** {@code timeout 15 tcpdump}: how long it ran, in seconds. */
  private static Optional<Integer> limit(ShellCommand command) {
    String text = command.text();
    return text.matches(".*\\btimeout [0-9]{1,5} .*")
        ? Optional.of(Integer.valueOf(text.replaceFirst(".*\\btimeout ([0-9]{1,5}) .*", "$1")))
        : Optional.empty();
  }
}
