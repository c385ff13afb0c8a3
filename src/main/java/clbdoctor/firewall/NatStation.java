package clbdoctor.firewall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Address translation on one hook: the nat chains see only a connection's first packet, later ones
 * are changed as the first was. The chains' priorities order them among themselves alone.
 *
 * @param ofDestination whether this hook changes destinations (prerouting, output) or sources
 */
record NatStation(List<BaseChain> chains, boolean ofDestination) implements Station {

  @Override
  public int priority() {
    return ofDestination ? -100 : 100;
  }

  @Override
  public List<Flow> pass(List<Flow> flows, Walker walker) {
    List<Flow> passed = new ArrayList<>();
    List<Flow> open = new ArrayList<>();
    for (Flow flow : flows) {
      (seesChains(flow) ? open : passed).add(flow);
    }
    for (List<BaseChain> level : levels()) {
      open = passLevel(level, open, passed, walker);
    }
    open.forEach(flow -> passed.add(flow.with(bound(flow.packet()))));
    return Flow.joined(passed.stream().map(this::asTheFirst).toList());
  }

  /** What no chain translates keeps its ends, and that too is final. */
  private Packet bound(Packet packet) {
    Connection connection = packet.connection();
    return packet.with(
        ofDestination
            ? connection.destined(connection.translated())
            : connection.sourced(connection.translated()));
  }

  private Collection<List<BaseChain>> levels() {
    Map<Integer, List<BaseChain>> levels = new TreeMap<>();
    for (BaseChain chain : chains) {
      levels.computeIfAbsent(chain.hook().priority(), any -> new ArrayList<>()).add(chain);
    }
    return levels.values();
  }

  /** The flows that no chain of this priority has decided; any order of the chains may be. */
  private List<Flow> passLevel(
      List<BaseChain> level, List<Flow> flows, List<Flow> passed, Walker walker) {
    Set<Flow> undecided = new LinkedHashSet<>();
    for (List<BaseChain> order : Hooks.orders(level)) {
      List<Flow> open = flows;
      for (BaseChain chain : order) {
        List<Flow> through = open.isEmpty() ? open : ChainWalk.through(chain, open, walker);
        open = through.stream().filter(flow -> !decided(flow)).toList();
        through.stream().filter(this::decided).forEach(passed::add);
      }
      undecided.addAll(open);
    }
    return Flow.joined(List.copyOf(undecided));
  }

  /** Besides first packets, a reset on behalf of a connection whose translation is still open. */
  private boolean seesChains(Flow flow) {
    Tracking tracking = flow.packet().connection().tracking();
    boolean reset = tracking == Tracking.RELATED && flow.packet().shape().protocol() == 6;
    return (tracking == Tracking.NEW || reset) && !decided(flow);
  }

  private boolean decided(Flow flow) {
    Connection connection = flow.packet().connection();
    return ofDestination ? connection.destinationSet() : connection.sourceSet();
  }

  /** An ICMP error is changed only if the connection's own packets are, and as they are. */
  private boolean keepsItsEnds(Packet packet) {
    Connection connection = packet.connection();
    boolean translated =
        ofDestination == connection.reply()
            ? connection.sourceChanged()
            : connection.destinationChanged();
    return connection.tracking() == Tracking.RELATED && packet.shape().icmp() && !translated;
  }

  /**
   * A later packet, and a reset on the connection's behalf, are changed as its first packet was.
   */
  private Flow asTheFirst(Flow flow) {
    Packet packet = flow.packet();
    return packet.connection().known() ? flow.with(changed(packet)) : flow;
  }

  private Packet changed(Packet packet) {
    Connection connection = packet.connection();
    if (!connection.tracking().tracked() || keepsItsEnds(packet)) {
      return packet;
    }
    Tuple now = connection.reply() ? connection.original().reversed() : connection.translated();
    Tuple ends = packet.ends();
    return packet.withEnds(
        ofDestination
            ? ends.to(now.destination(), now.destinationPort())
            : ends.from(now.source(), now.sourcePort()));
  }
}
