package clbdoctor.firewall;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Hook;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kernel's path for the three packets of a check. */
final class PacketPath {
  static final Value NONE = new Value.Known(Bits.ZERO);

  private final Check check;
  private final Hooks hooks;
  private final InterfaceNames names;
  private final AddressTypes addressTypes;
  private final Answers answers;
  private final Optional<String> bridge;

  PacketPath(Check check, Firewall firewall, AddressTypes addressTypes) {
    this.check = check;
    this.hooks = firewall.hooks(check.destination().family());
    this.names = firewall.names();
    this.addressTypes = addressTypes;
    this.answers = new Answers(addressTypes);
    this.bridge = firewall.bridge();
  }

  /** Sends the packets one after the other; what happens to them is in the walker's trace. */
  void run(Walker walker) {
    List<Flow> requested = arrive(requests(walker), walker.on(Leg.REQUEST));
    answers.send(walker, this::leave, this::comeIn);
    List<Flow> replied = answering(reply(requested, walker.on(Leg.REPLY)), walker);
    answers.send(walker, this::leave, this::comeIn);
    List<Flow> second = known(arrive(seconds(replied), walker.on(Leg.SECOND)), walker);
    answers.send(walker, this::leave, this::comeIn);
    if (check.protocol() == Protocol.ICMP_ECHO) {
      second = answering(reply(second, walker.on(Leg.SECOND_REPLY)), walker);
      answers.send(walker, this::leave, this::comeIn);
    }
    second.forEach(flow -> arriveThere(flow, walker));
  }

  /** Which interfaces are a bridge's ports no ruleset tells. */
  private void arriveThere(Flow flow, Walker walker) {
    if (bridge.isPresent()) {
      walker.doubts().note(flow.sources(), bridge.get());
      walker.trace().lose(flow.sources());
    } else {
      walker.trace().arrive(flow.sources());
    }
  }

  /**
   * Who asked one address takes no answer from another, and none that goes elsewhere: translation
   * of an untracked reply.
   */
  private List<Flow> answering(List<Flow> replied, Walker walker) {
    Tuple asked = ends();
    List<Flow> answering = new ArrayList<>();
    for (Flow flow : replied) {
      Tuple ends = flow.packet().ends();
      if (ends.equals(asked.reversed())) {
        answering.add(flow);
      } else {
        walker.doubts().note(flow.sources(), "the answer comes from elsewhere, or goes elsewhere");
        walker.trace().lose(flow.sources());
      }
    }
    return answering;
  }

  /** A second packet from or to elsewhere than the first meets no connection there. */
  private List<Flow> known(List<Flow> flows, Walker walker) {
    List<Flow> known = new ArrayList<>();
    for (Flow flow : flows) {
      if (endsAlike(flow.packet())) {
        known.add(flow);
      } else {
        walker.doubts().note(flow.sources(), "later packets are translated unlike the first");
        walker.trace().lose(flow.sources());
      }
    }
    return known;
  }

  private boolean endsAlike(Packet packet) {
    Connection connection = packet.connection();
    Tuple first = connection.known() && !connection.reply() ? connection.translated() : ends();
    return connection.reply() || packet.ends().equals(first);
  }

  /** From the host itself to the wire. */
  private List<Flow> leave(List<Flow> flows, Walker walker) {
    List<Flow> sent = hooks.pass(Hook.OUTPUT, flows, walker);
    return hooks.pass(Hook.EGRESS, hooks.pass(Hook.POSTROUTING, sent, walker), walker);
  }

  /** What the host has sent to itself. */
  private void comeIn(List<Flow> flows, Walker walker) {
    List<Flow> own = new ArrayList<>();
    for (Flow flow : flows) {
      Packet packet = flow.packet();
      if (addressTypes.local(packet.ends().destination(), flow.sources()).orElse(true)) {
        own.add(flow.with(packet.between(InterfaceNames.LOOPBACK, NONE)));
      }
    }
    List<Flow> arrived = hooks.pass(Hook.PREROUTING, hooks.pass(Hook.INGRESS, own, walker), walker);
    hooks.pass(Hook.INPUT, arrived, walker);
  }

  private List<Flow> requests(Walker walker) {
    RangeSet sources = RangeSet.of(Range.of(check.source()));
    Set<Bits> incoming =
        check.inInterface().map(name -> Set.of(Bits.name(name))).orElse(names.incoming());
    if (incoming.size() > 1) {
      walker.doubts().note(sources, "the interface that the check arrives on");
    }
    Shape shape = Shape.request(check);
    Tuple ends = ends();
    List<Flow> flows = new ArrayList<>();
    for (Bits in : incoming) {
      Packet packet =
          new Packet(shape, ends, new Value.Known(in), NONE, Value.of(0), Connection.unseen(ends));
      flows.add(new Flow(packet, sources, false));
    }
    return flows;
  }

  private Tuple ends() {
    boolean icmp = check.protocol() == Protocol.ICMP_ECHO;
    Check.PortRange ports = check.sourcePorts();
    Value sourcePort =
        ports.first() == ports.last()
            ? Value.of(ports.first())
            : new Value.Within(
                RangeSet.of(Range.of(ports.first(), ports.last())),
                "the port the check comes from");
    return new Tuple(
        Value.PROBER,
        new Value.Known(Bits.of(check.destination())),
        icmp ? Value.ABSENT : sourcePort,
        icmp ? Value.ABSENT : Value.of(check.port()));
  }

  /** From the wire to the host's programs or through to where the destination is. */
  private List<Flow> arrive(List<Flow> flows, Walker walker) {
    List<Flow> current = hooks.pass(Hook.INGRESS, flows, walker);
    current = hooks.pass(Hook.PREROUTING, current, walker);
    List<Flow> local = new ArrayList<>();
    List<Flow> away = new ArrayList<>();
    for (Flow flow : current) {
      route(flow, local, away, walker);
    }
    List<Flow> arrived = new ArrayList<>(hooks.pass(Hook.INPUT, local, walker));
    arrived.addAll(forward(away, walker));
    return arrived;
  }

  private List<Flow> forward(List<Flow> flows, Walker walker) {
    List<Flow> directed = new ArrayList<>();
    flows.forEach(flow -> directed.addAll(directed(flow, walker)));
    List<Flow> forwarded = hooks.pass(Hook.FORWARD, directed, walker);
    return hooks.pass(Hook.EGRESS, hooks.pass(Hook.POSTROUTING, forwarded, walker), walker);
  }

  private void route(Flow flow, List<Flow> local, List<Flow> away, Walker walker) {
    Value destination = flow.packet().ends().destination();
    Optional<Boolean> here = addressTypes.local(destination, flow.sources());
    if (here.isEmpty()) {
      walker.doubts().note(flow.sources(), "where the translated packet goes");
      walker.trace().lose(flow.sources());
    } else if (here.get() && loopback(destination)) {
      walker
          .doubts()
          .note(flow.sources(), "a loopback destination, net.ipv4.conf.*.route_localnet");
      walker.trace().lose(flow.sources());
    } else {
      (here.get() ? local : away).add(flow);
    }
  }

  private static boolean loopback(Value destination) {
    return destination instanceof Value.Known known
        && known.bits().high() == 0
        && known.bits().low() >>> 24 == 127;
  }

  private List<Flow> directed(Flow flow, Walker walker) {
    Packet packet = flow.packet();
    Value destination = packet.ends().destination();
    Optional<String> known = addressTypes.interfaceTo(destination, flow.sources());
    if (known.isPresent()) {
      return List.of(
          flow.with(packet.between(packet.in(), new Value.Known(Bits.name(known.get())))));
    }
    Set<Bits> outgoing =
        destination instanceof Value.Prober
            ? check.inInterface().map(name -> Set.of(Bits.name(name))).orElse(names.incoming())
            : names.outgoing();
    if (outgoing.size() > 1) {
      walker.doubts().note(flow.sources(), "the interface that the packet is forwarded to");
    }
    return outgoing.stream()
        .map(name -> flow.with(packet.between(packet.in(), new Value.Known(name))))
        .toList();
  }

  /** From the host's program, or from beyond the host, back to the wire. */
  private List<Flow> reply(List<Flow> requested, Walker walker) {
    List<Flow> own = new ArrayList<>();
    List<Flow> foreign = new ArrayList<>();
    for (Flow flow : requested) {
      boolean local = flow.packet().out().equals(NONE);
      Packet packet = flow.packet();
      Packet answer =
          new Packet(
              Shape.reply(check),
              packet.ends().reversed(),
              local ? NONE : packet.out(),
              local ? addressTypes.wayBack(packet.in(), flow.sources()) : packet.in(),
              Value.of(0),
              packet.connection().next(true));
      (local ? own : foreign).add(flow.with(answer));
    }
    List<Flow> left = new ArrayList<>(leave(Flow.joined(own), walker));
    left.addAll(returnForward(Flow.joined(foreign), walker));
    return left;
  }

  private List<Flow> returnForward(List<Flow> flows, Walker walker) {
    List<Flow> incoming =
        flows.stream()
            .map(flow -> flow.with(flow.packet().between(flow.packet().in(), NONE)))
            .toList();
    List<Flow> routed =
        hooks.pass(Hook.PREROUTING, hooks.pass(Hook.INGRESS, incoming, walker), walker);
    return forward(routed, walker);
  }

  private List<Flow> seconds(List<Flow> replied) {
    Shape shape = Shape.second(check);
    Tuple ends = ends();
    List<Flow> flows = new ArrayList<>();
    for (Flow flow : replied) {
      Packet packet = flow.packet();
      flows.add(
          flow.with(
              new Packet(
                  shape, ends, in(packet), NONE, Value.of(0), packet.connection().next(true))));
    }
    return Flow.joined(flows);
  }

  private Value in(Packet reply) {
    return check
        .inInterface()
        .<Value>map(name -> new Value.Known(Bits.name(name)))
        .orElse(reply.out());
  }
}
