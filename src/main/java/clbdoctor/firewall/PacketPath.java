package clbdoctor.firewall;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Hook;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kernel's path for the three packets of a check. */
final class PacketPath {
  private static final Value NONE = new Value.Known(Bits.ZERO);

  private final Check check;
  private final Host host;
  private final Hooks hooks;
  private final InterfaceNames names;
  private final AddressTypes addressTypes;

  PacketPath(Check check, Host host, Hooks hooks, InterfaceNames names, AddressTypes addressTypes) {
    this.check = check;
    this.host = host;
    this.hooks = hooks;
    this.names = names;
    this.addressTypes = addressTypes;
  }

  /** Sends the packets one after the other; what happens to them is in the walker's trace. */
  void run(Walker walker) {
    List<Flow> requested = arrive(requests(walker), walker.on(Leg.REQUEST));
    answerRefused(walker);
    List<Flow> replied = reply(requested, walker.on(Leg.REPLY));
    answerRefused(walker);
    List<Flow> second = arrive(seconds(replied), walker.on(Leg.SECOND));
    answerRefused(walker);
    second.forEach(flow -> walker.trace().arrive(flow.sources()));
  }

  /** Sends the resets and ICMP errors, which pass the output hooks like any packet. */
  private void answerRefused(Walker walker) {
    for (Refused refused : walker.refused()) {
      Flow flow = refused.flow();
      Walker aside = walker.aside(new Trace());
      Flow answer = flow.with(answer(flow, refused.denial().refusal()));
      List<Flow> sent = leave(List.of(answer), aside);
      if (refused.denial().leg() == Leg.REPLY) {
        refusedReply(refused, aside, walker.trace());
      } else {
        told(refused, sent, aside, walker.trace());
      }
    }
    walker.refused().clear();
  }

  private static void told(Refused refused, List<Flow> sent, Walker aside, Trace trace) {
    Denial denial = refused.denial();
    sent.forEach(told -> trace.deny(denial, told.sources(), !told.assumed()));
    aside
        .refused()
        .forEach(lost -> trace.deny(denial.quiet(), lost.flow().sources(), !lost.flow().assumed()));
    Classes lost = Classes.of(aside.trace());
    if (!lost.denied().isEmpty()) {
      trace.deny(denial.quiet(), lost.denied(), !refused.flow().assumed());
    }
    trace.lose(lost.open());
  }

  /** A reset that refuses the host's own reply comes from the prober, so its refusal goes there. */
  private static void refusedReply(Refused refused, Walker aside, Trace trace) {
    Flow flow = refused.flow();
    trace.deny(refused.denial(), flow.sources(), !flow.assumed());
    boolean refusedToo =
        !aside.refused().isEmpty()
            || aside.trace().denials().keySet().stream()
                .anyMatch(denial -> denial.refusal() != Refusal.SILENCE);
    if (refusedToo || !aside.trace().open().isEmpty()) {
      aside.doubts().note(flow.sources(), "a reset that is refused in turn");
      trace.lose(flow.sources());
    }
  }

  private Packet answer(Flow flow, Refusal refusal) {
    Packet packet = flow.packet();
    Shape shape = packet.shape().refusal(refusal);
    Tuple back = packet.ends().reversed();
    boolean local = addressTypes.local(back.source(), flow.sources()).orElse(false);
    Value source =
        local || refusal == Refusal.TCP_RESET
            ? back.source()
            : Value.unknown("the host's address in an ICMP error");
    Tuple ends =
        shape.icmp() ? new Tuple(source, back.destination(), Value.ABSENT, Value.ABSENT) : back;
    return new Packet(
        shape,
        ends,
        NONE,
        wayBack(packet.in(), flow.sources()),
        Value.of(0),
        packet.connection().refused());
  }

  /** From the host itself to the wire. */
  private List<Flow> leave(List<Flow> flows, Walker walker) {
    List<Flow> sent = hooks.pass(Hook.OUTPUT, flows, walker);
    return hooks.pass(Hook.EGRESS, hooks.pass(Hook.POSTROUTING, sent, walker), walker);
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
              local ? wayBack(packet.in(), flow.sources()) : packet.in(),
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

  /** Without routes, by the interface that the request came in on. */
  private Value wayBack(Value in, RangeSet sources) {
    return addressTypes
        .interfaceTo(Value.PROBER, sources)
        .<Value>map(name -> new Value.Known(Bits.name(name)))
        .orElse(in);
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
