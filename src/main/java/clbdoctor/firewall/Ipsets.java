package clbdoctor.firewall;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Condition.Side;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Ipset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks packets up in the host's ipsets. */
final class Ipsets {
  private final Map<String, Ipset> sets;

  Ipsets(List<Ipset> sets) {
    this.sets = new java.util.HashMap<>();
    sets.forEach(set -> this.sets.put(set.name(), set));
  }

  Split evaluate(Condition.InIpset condition, Flow flow, Doubts doubts) {
    return find(condition.name(), condition.sides(), flow, doubts, 0)
        .map(split -> split.negatedIf(condition.negated()))
        .orElse(Split.maybe(flow.sources()));
  }

  private Optional<Split> find(String name, List<Side> sides, Flow flow, Doubts doubts, int depth) {
    Ipset set = sets.get(name);
    if (set == null || depth > 1) {
      doubts.note(flow.sources(), "ipset " + name + ", which is not shown");
      return Optional.empty();
    }
    if (set.type().equals("list:set")) {
      return inMembers(set, sides, flow, doubts, depth);
    }
    Optional<Value> key = key(set.type(), sides, flow.packet());
    if (key.isEmpty()) {
      doubts.note(flow.sources(), "ipset " + name + " of type " + set.type());
      return Optional.empty();
    }
    return Optional.of(Membership.among(key.get(), set.elements(), flow.sources()));
  }

  private Optional<Split> inMembers(
      Ipset list, List<Side> sides, Flow flow, Doubts doubts, int depth) {
    Split split = Split.no(flow.sources());
    for (String member : list.members()) {
      Optional<Split> in = find(member, sides, flow, doubts, depth + 1);
      if (in.isEmpty()) {
        return in;
      }
      split = split.or(in.get());
    }
    return Optional.of(split);
  }

  /** The packet's key, part by part: an address, a port with its protocol, an interface. */
  private static Optional<Value> key(String type, List<Side> sides, Packet packet) {
    List<Value> parts = new ArrayList<>();
    String[] kinds = type.substring(type.indexOf(':') + 1).split(",");
    if (sides.size() < kinds.length) {
      return Optional.of(Value.ABSENT);
    }
    for (int i = 0; i < kinds.length; i++) {
      boolean source = sides.get(i) == Side.SOURCE;
      switch (kinds[i]) {
        case "ip", "net" ->
            parts.add(FieldReader.read(source ? Field.SOURCE : Field.DESTINATION, packet));
        case "port" -> addPort(parts, type.startsWith("bitmap"), source, packet);
        case "iface" -> parts.add(source ? packet.in() : packet.out());
        case "mark" -> parts.add(packet.mark());
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(parts.size() == 1 ? parts.get(0) : new Value.Tuple(List.copyOf(parts)));
  }

  /** An echo request counts as port type * 256 + code, except in a bitmap. */
  private static void addPort(List<Value> parts, boolean bare, boolean source, Packet packet) {
    if (!bare) {
      parts.add(FieldReader.read(Field.TRANSPORT_PROTOCOL, packet));
    }
    if (!packet.shape().icmp()) {
      parts.add(FieldReader.read(source ? Field.SOURCE_PORT : Field.DESTINATION_PORT, packet));
    } else if (bare || !(packet.shape().icmpType() instanceof Value.Known type)) {
      parts.add(Value.ABSENT);
    } else {
      parts.add(Value.of(type.bits().low() << 8));
    }
  }
}
