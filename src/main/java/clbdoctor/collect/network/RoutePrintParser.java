package clbdoctor.collect.network;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Route;
import clbdoctor.fact.RouteKind;
import java.util.List;
import java.util.Optional;

/**
 * {@code route print} of Windows and {@code route -n}, {@code netstat -rn} of Linux: the IPv4 part.
 *
 * <pre>
 * Network Destination        Netmask          Gateway       Interface  Metric
 *           0.0.0.0          0.0.0.0         10.0.0.1        10.0.0.10     15
 *          10.0.0.0    255.255.255.0         On-link         10.0.0.10    271
 * </pre>
 *
 * <pre>
 * Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
 * 0.0.0.0         10.0.0.1        0.0.0.0         UG    0      0        0 eth0
 * </pre>
 */
public final class RoutePrintParser implements OutputParser {

  private static final String TITLE =
      "Network Destination\\s+Netmask\\s+Gateway.*|网络目标\\s+网络掩码\\s+网关.*|Destination\\s+Gateway\\s+Genmask.*|目标\\s+网关\\s+子网掩码.*";
  private static final String REMARK =
      "=+|IPv[46] (?:Route Table|路由表)|Active Routes:|活动路由:|Persistent Routes:|永久路由:|Interface List|接口列表|Kernel IP routing table|内核 IP 路由表|\\s*[0-9]+\\.{3}.*|\\s*(?:None|无)|\\s*If Metric Network Destination.*|\\s*接口跃点数.*|\\s*[0-9]+\\s+[0-9]+ [0-9a-f:]+/[0-9]+.*|\\s+(?:On-link|在链路上)|\\s+[0-9a-f:]{3,}|\\s*Network Address .*|\\s*网络地址 .*";

  @Override
  public String tool() {
    return "route";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("route")
        || command.program().equals("netstat") && command.option('r');
  }

  @Override
  public boolean begins(Line line) {
    return line.text().trim().matches(TITLE + "|IPv4 (?:Route Table|路由表)|Kernel IP routing table");
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean metrics =
        block.lines().stream()
            .anyMatch(line -> line.text().matches("(?:Destination|目标) .*(?:Metric|跃点).*"));
    for (Line line : block.lines()) {
      Optional<Route> route = windows(line.words()).or(() -> linux(line.words(), metrics));
      route.ifPresent(fact -> findings.fact(line, fact));
      if (begins(line) || line.text().matches(REMARK)) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  /** Destination, mask, gateway, address of the interface, metric. */
  private static Optional<Route> windows(List<String> words) {
    if (words.size() != 5 || !words.get(4).matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    return network(words.get(0), words.get(1))
        .map(
            to ->
                new Route(
                    to,
                    RouteKind.UNICAST,
                    Optional.of(words.get(3)),
                    IpAddress.tryParse(words.get(2)),
                    Optional.of(Integer.valueOf(words.get(4))),
                    Optional.empty()));
  }

  /**
   * Destination, gateway, mask, flags, metric or segment size, two numbers, interface; ! in the
   * flags rejects, * for an interface is a black hole.
   */
  private static Optional<Route> linux(List<String> words, boolean metrics) {
    if (words.size() != 8 || !words.get(3).matches("[A-Z!]{1,8}")) {
      return Optional.empty();
    }
    Optional<Integer> metric =
        Optional.of(words.get(4))
            .filter(m -> metrics && m.matches("[0-9]{1,9}"))
            .map(Integer::valueOf);
    return network(words.get(0), words.get(2))
        .map(
            to ->
                new Route(
                    to,
                    kind(words),
                    Optional.of(words.get(7)).filter(d -> !d.matches("[-*]")),
                    IpAddress.tryParse(words.get(1)).filter(g -> !g.wildcard()),
                    metric,
                    Optional.empty()));
  }

  private static RouteKind kind(List<String> words) {
    if (words.get(3).contains("!")) {
      return RouteKind.UNREACHABLE;
    }
    return words.get(7).equals("*") ? RouteKind.BLACKHOLE : RouteKind.UNICAST;
  }

  private static Optional<IpNetwork> network(String destination, String mask) {
    Optional<IpAddress> to =
        IpAddress.tryParse(destination.equals("default") ? "0.0.0.0" : destination);
    Optional<IpAddress> bits = IpAddress.tryParse(mask);
    boolean ipv4 =
        to.map(a -> a.bits() == 32).orElse(false) && bits.map(a -> a.bits() == 32).orElse(false);
    if (!ipv4) {
      return Optional.empty();
    }
    int length = Long.bitCount(bits.get().low());
    long expected = length == 0 ? 0 : 0xffff_ffffL << 32 - length & 0xffff_ffffL;
    return bits.get().low() == expected
        ? Optional.of(new IpNetwork(to.get(), length))
        : Optional.empty();
  }
}
