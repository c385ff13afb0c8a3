package clbdoctor.firewall.iptables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Condition.Side;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Range;
import java.util.ArrayList;
import java.util.List;

/** The extension matches of iptables-extensions(8) as conditions. */
final class Matches {
  private Matches() {}

  /** The condition of {@code -m} with its options; obscure when it is not modelled. */
  static Condition of(Part match) {
    return switch (match.name()) {
      case "comment", "nfacct" -> new Condition.Always(true);
      // A probe has no IPv6 extension headers, and without the header these never hold.
      case "rt", "frag", "hbh", "dst", "mh" -> new Condition.Always(false);
      case "tcp", "udp", "udplite", "sctp", "dccp" -> PortMatches.ports(match);
      case "multiport" -> PortMatches.multiport(match);
      case "icmp", "icmp6" -> PortMatches.icmp(match);
      case "conntrack", "state" -> ConntrackMatch.of(match);
      case "mark" -> mark(match, Field.MARK);
      case "connmark" -> mark(match, Field.CT_MARK);
      case "iprange" -> iprange(match);
      case "addrtype" -> addrtype(match);
      case "set" -> set(match);
      case "limit", "hashlimit", "connlimit", "recent" -> LimitMatches.of(match);
      case "ttl", "hl" -> timeToLive(match);
      case "length" -> length(match);
      case "pkttype" -> packetType(match);
      case "dscp" -> dscp(match);
      default -> new Condition.Obscure("match " + match.name());
    };
  }

  static Condition obscure(Part match) {
    return new Condition.Obscure("match " + match.name() + " with its options");
  }

  private static Condition mark(Part match, Field field) {
    Option option = match.option("--mark").orElse(null);
    if (option == null || !match.only("--mark")) {
      return obscure(match);
    }
    String[] parts = option.value().split("/", -1);
    long mask = parts.length == 1 ? 0xffff_ffffL : Numbers.parse(parts[1]);
    long value = Numbers.parse(parts[0]);
    return new Condition.Among(
        Conditions.masked(field, mask),
        clbdoctor.firewall.model.Elements.of(clbdoctor.firewall.model.Bits.of(value)),
        option.negated());
  }

  private static Condition iprange(Part match) {
    List<Condition> all = new ArrayList<>();
    for (Option option : match.options()) {
      Field field =
          switch (option.name()) {
            case "--src-range" -> Field.SOURCE;
            case "--dst-range" -> Field.DESTINATION;
            default -> throw new SyntaxException("iprange has no " + option.name());
          };
      all.add(Conditions.among(field, option.negated(), Conditions.addresses(option.value())));
    }
    return Conditions.both(all);
  }

  private static Condition addrtype(Part match) {
    if (!match.only("--src-type", "--dst-type")) {
      return obscure(match);
    }
    List<Condition> all = new ArrayList<>();
    for (Option option : match.options()) {
      List<Range> types = new ArrayList<>();
      for (String name : option.value().split(",", -1)) {
        int type = AddressTypeNames.number(name);
        types.add(Range.of(type, type));
      }
      Field field =
          option.name().equals("--src-type")
              ? Field.SOURCE_ADDRESS_TYPE
              : Field.DESTINATION_ADDRESS_TYPE;
      all.add(Conditions.among(field, option.negated(), types));
    }
    return Conditions.both(all);
  }

  private static Condition set(Part match) {
    Option option = match.option("--match-set").orElse(null);
    if (option == null || option.values().size() != 2 || !match.only("--match-set")) {
      return obscure(match);
    }
    List<Side> sides = new ArrayList<>();
    for (String side : option.values().get(1).split(",", -1)) {
      sides.add(side.equals("src") ? Side.SOURCE : Side.DESTINATION);
    }
    return new Condition.InIpset(option.value(), List.copyOf(sides), option.negated());
  }

  private static Condition timeToLive(Part match) {
    Option option = match.options().isEmpty() ? null : match.options().get(0);
    if (option == null || match.options().size() > 1) {
      return obscure(match);
    }
    long value = Numbers.parse(option.value());
    return switch (option.name()) {
      case "--ttl-eq", "--ttl", "--hl-eq" -> Conditions.is(Field.TTL, option.negated(), value);
      case "--ttl-lt", "--hl-lt" ->
          value == 0
              ? new Condition.Always(false)
              : Conditions.among(Field.TTL, option.negated(), Range.of(0, value - 1));
      case "--ttl-gt", "--hl-gt" ->
          value >= 255
              ? new Condition.Always(false)
              : Conditions.among(Field.TTL, option.negated(), Range.of(value + 1, 255));
      default -> obscure(match);
    };
  }

  private static Condition length(Part match) {
    Option option = match.option("--length").orElseThrow(() -> new SyntaxException("no --length"));
    return Conditions.among(Field.LENGTH, option.negated(), Conditions.ports(option.value()));
  }

  private static Condition packetType(Part match) {
    Option option =
        match.option("--pkt-type").orElseThrow(() -> new SyntaxException("no --pkt-type"));
    return switch (option.value()) {
      case "unicast" -> Conditions.is(Field.PACKET_TYPE, option.negated(), 0);
      case "broadcast" -> Conditions.is(Field.PACKET_TYPE, option.negated(), 1);
      case "multicast" -> Conditions.is(Field.PACKET_TYPE, option.negated(), 2);
      default -> obscure(match);
    };
  }

  private static Condition dscp(Part match) {
    Option option = match.option("--dscp").orElse(null);
    return option == null
        ? obscure(match)
        : Conditions.is(Field.DSCP, option.negated(), Numbers.parse(option.value()));
  }
}
