package clbdoctor.firewall;

import clbdoctor.fact.AddressFamily;
import clbdoctor.firewall.model.BaseHook;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Hook;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Address translation of a connection's first packet. */
final class Translation {
  private final Host host;
  private final AddressFamily family;
  private final Expressions expressions;

  Translation(Host host, AddressFamily family, Expressions expressions) {
    this.host = host;
    this.family = family;
    this.expressions = expressions;
  }

  /** What becomes of a flow; a map without an element for it leaves it as it was. */
  record Result(Flow flow, boolean translated) {}

  List<Result> apply(Statement.Translate translate, BaseHook hook, Flow flow) {
    if (flow.packet().connection().tracking() == Tracking.RELATED) {
      return List.of(new Result(flow.with(settled(translate.kind(), flow.packet())), true));
    }
    List<Result> results = new ArrayList<>();
    for (Piece address : addresses(translate, hook, flow)) {
      Flow part = flow.from(address.sources());
      results.add(
          address.value() instanceof Value.Absent
              ? new Result(part, false)
              : new Result(part.with(translated(translate, address.value(), part.packet())), true));
    }
    return results;
  }

  /** An answer keeps its ends, yet what it meets decides the connection's translation. */
  private static Packet settled(Kind kind, Packet packet) {
    Connection connection = packet.connection();
    boolean destination = kind == Kind.DNAT || kind == Kind.REDIRECT;
    return packet.with(
        destination
            ? connection.destined(connection.translated())
            : connection.sourced(connection.translated()));
  }

  private List<Piece> addresses(Statement.Translate translate, BaseHook hook, Flow flow) {
    if (translate.addresses().isPresent()) {
      return expressions.evaluate(translate.addresses().get(), flow);
    }
    Tuple ends = flow.packet().ends();
    Value address =
        switch (translate.kind()) {
          case DNAT -> ends.destination();
          case SNAT -> ends.source();
          case REDIRECT -> hook.hook() == Hook.OUTPUT ? loopback() : redirected(flow.packet());
          case MASQUERADE -> Value.unknown("the address that masquerade picks");
        };
    return List.of(new Piece(flow.sources(), address));
  }

  private Value loopback() {
    return family == AddressFamily.IPV4 ? Value.of(0x7f000001L) : Value.of(1);
  }

  /** Redirect picks the incoming interface's first address: known when there is but one. */
  private Value redirected(Packet packet) {
    List<Range> candidates = new ArrayList<>();
    for (Host.Local local : host.addresses()) {
      boolean here =
          local.address().family() == family
              && packet.in().equals(new Value.Known(Bits.name(local.interfaceName())));
      if (here) {
        candidates.add(Range.of(Bits.of(local.address())));
      }
    }
    if (candidates.size() == 1) {
      return new Value.Known(candidates.get(0).first());
    }
    if (candidates.isEmpty() && host.addresses().isEmpty()) {
      return packet.ends().destination();
    }
    return new Value.Within(
        candidates.isEmpty() ? RangeSet.ALL : RangeSet.of(candidates),
        "the address that redirect picks");
  }

  private Packet translated(Statement.Translate translate, Value address, Packet packet) {
    Tuple ends = packet.ends();
    boolean destination = translate.kind() == Kind.DNAT || translate.kind() == Kind.REDIRECT;
    Value port =
        port(translate.ports(), destination ? ends.destinationPort() : ends.sourcePort(), packet);
    Tuple changed = destination ? ends.to(address, port) : ends.from(address, port);
    Connection connection =
        destination ? packet.connection().destined(changed) : packet.connection().sourced(changed);
    return packet.withEnds(changed).with(connection);
  }

  /** A port within the range stays as it is; else the kernel picks one. */
  private static Value port(Optional<Range> ports, Value now, Packet packet) {
    if (ports.isEmpty() || packet.shape().icmp()) {
      return now;
    }
    Range range = ports.get();
    if (range.first().equals(range.last())) {
      return new Value.Known(range.first());
    }
    RangeSet picked = RangeSet.of(range);
    boolean kept = now instanceof Value.Known known && range.contains(known.bits());
    return kept ? now : new Value.Within(picked, "the port that translation picks");
  }
}
