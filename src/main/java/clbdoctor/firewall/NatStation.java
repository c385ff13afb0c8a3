package clbdoctor.firewall;

import java.util.ArrayList;
import java.util.List;

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
      if (seesChains(flow)) {
        open.add(flow);
      } else {
        boolean known = flow.packet().connection().known();
        passed.add(known ? flow.with(changed(flow.packet())) : flow);
      }
    }
    for (BaseChain chain : chains) {
      List<Flow> through = open.isEmpty() ? open : ChainWalk.through(chain, open, walker);
      open = through.stream().filter(flow -> !decided(flow)).toList();
      through.stream().filter(this::decided).forEach(passed::add);
    }
    passed.addAll(open);
    return Flow.joined(passed);
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

  private Packet changed(Packet packet) {
    Connection connection = packet.connection();
    if (!connection.tracking().tracked()) {
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
