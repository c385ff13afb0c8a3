package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Expression;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a match looks at: {@code ip saddr . tcp dport}. */
final class Selectors {
  private static final Condition IPV4 = Selector.is(Field.NETWORK_PROTOCOL, 2);
  private static final Condition IPV6 = Selector.is(Field.NETWORK_PROTOCOL, 10);
  private static final Set<String> META =
      Set.of("iifname", "oifname", "iif", "oif", "mark", "pkttype");

  private Selectors() {}

  /** The selector at the cursor, with those joined to it by dots. */
  static Selector read(Cursor cursor) {
    List<Selector> parts = new ArrayList<>();
    do {
      parts.add(single(cursor));
    } while (cursor.take("."));
    return Selector.concatenation(parts);
  }

  static Selector single(Cursor cursor) {
    String word = cursor.word();
    if (META.contains(word)) {
      return meta(word);
    }
    return switch (word) {
      case "ip" -> ip(cursor.word());
      case "ip6" -> ip6(cursor.word());
      case "tcp" -> ports(cursor.word(), 6, true);
      case "udp" -> ports(cursor.word(), 17, false);
      case "udplite" -> ports(cursor.word(), 136, false);
      case "sctp" -> ports(cursor.word(), 132, false);
      case "dccp" -> ports(cursor.word(), 33, false);
      case "th" -> port(cursor.word());
      case "icmp" -> icmp(cursor.word());
      case "icmpv6" -> icmpv6(cursor.word());
      case "meta" -> meta(cursor.word());
      case "ct" -> CtSelectors.read(cursor);
      case "fib" -> fib(cursor);
      case "numgen" -> numgen(cursor);
      default -> throw new SyntaxException(word + " is not modelled");
    };
  }

  private static Selector ip(String field) {
    return switch (field) {
      case "saddr" -> Selector.of(Field.SOURCE, DataType.IPV4, IPV4);
      case "daddr" -> Selector.of(Field.DESTINATION, DataType.IPV4, IPV4);
      case "protocol" -> Selector.of(Field.TRANSPORT_PROTOCOL, DataType.PROTOCOL, IPV4);
      case "ttl" -> Selector.of(Field.TTL, DataType.INTEGER, IPV4);
      case "length" -> Selector.of(Field.LENGTH, DataType.INTEGER, IPV4);
      case "dscp" -> Selector.of(Field.DSCP, DataType.DSCP, IPV4);
      case "frag-off" -> Selector.of(Field.FRAGMENT_OFFSET, DataType.INTEGER, IPV4);
      default -> throw new SyntaxException("ip " + field + " is not modelled");
    };
  }

  private static Selector ip6(String field) {
    return switch (field) {
      case "saddr" -> Selector.of(Field.SOURCE, DataType.IPV6, IPV6);
      case "daddr" -> Selector.of(Field.DESTINATION, DataType.IPV6, IPV6);
      case "nexthdr" -> Selector.of(Field.TRANSPORT_PROTOCOL, DataType.PROTOCOL, IPV6);
      case "hoplimit" -> Selector.of(Field.TTL, DataType.INTEGER, IPV6);
      case "dscp" -> Selector.of(Field.DSCP, DataType.DSCP, IPV6);
      default -> throw new SyntaxException("ip6 " + field + " is not modelled");
    };
  }

  private static Selector ports(String field, int protocol, boolean tcp) {
    Condition need = Selector.is(Field.TRANSPORT_PROTOCOL, protocol);
    if (tcp && field.equals("flags")) {
      return Selector.of(Field.TCP_FLAGS, DataType.TCP_FLAG, need);
    }
    Selector port = port(field);
    return new Selector(port.expression(), port.types(), List.of(need));
  }

  private static Selector port(String field) {
    return switch (field) {
      case "sport" -> Selector.of(Field.SOURCE_PORT, DataType.SERVICE);
      case "dport" -> Selector.of(Field.DESTINATION_PORT, DataType.SERVICE);
      default -> throw new SyntaxException("the header field " + field + " is not modelled");
    };
  }

  private static Selector icmp(String field) {
    Condition need = Selector.is(Field.TRANSPORT_PROTOCOL, 1);
    return switch (field) {
      case "type" -> Selector.of(Field.ICMP_TYPE, DataType.ICMP_TYPE, need);
      case "code" -> Selector.of(Field.ICMP_CODE, DataType.ICMP_CODE, need);
      default -> throw new SyntaxException("icmp " + field + " is not modelled");
    };
  }

  private static Selector icmpv6(String field) {
    Condition need = Selector.is(Field.TRANSPORT_PROTOCOL, 58);
    return switch (field) {
      case "type" -> Selector.of(Field.ICMP_TYPE, DataType.ICMPV6_TYPE, need);
      case "code" -> Selector.of(Field.ICMP_CODE, DataType.ICMPV6_CODE, need);
      default -> throw new SyntaxException("icmpv6 " + field + " is not modelled");
    };
  }

  private static Selector meta(String field) {
    return switch (field) {
      case "iifname" -> Selector.of(Field.IN_INTERFACE, DataType.NAME);
      case "oifname" -> Selector.of(Field.OUT_INTERFACE, DataType.NAME);
      case "iif" -> Selector.of(Field.IN_INTERFACE, DataType.INDEX);
      case "oif" -> Selector.of(Field.OUT_INTERFACE, DataType.INDEX);
      case "mark" -> Selector.of(Field.MARK, DataType.MARK);
      case "l4proto" -> Selector.of(Field.TRANSPORT_PROTOCOL, DataType.PROTOCOL);
      case "nfproto" -> Selector.of(Field.NETWORK_PROTOCOL, DataType.NETWORK_PROTOCOL);
      case "protocol" -> Selector.of(Field.ETHER_TYPE, DataType.ETHER_TYPE);
      case "pkttype" -> Selector.of(Field.PACKET_TYPE, DataType.PACKET_TYPE);
      case "length" -> Selector.of(Field.LENGTH, DataType.INTEGER);
      default -> throw new SyntaxException("meta " + field + " is not modelled");
    };
  }

  /** Any of the numbers, since what came before decides which. */
  private static Selector numgen(Cursor cursor) {
    cursor.word();
    cursor.expect("mod");
    long count = Symbols.number(DataType.INTEGER, cursor.word());
    long first = cursor.take("offset") ? Symbols.number(DataType.INTEGER, cursor.word()) : 0;
    Range numbers = Range.of(first, first + count - 1);
    return new Selector(new Expression.AnyOf(numbers), List.of(DataType.INTEGER), List.of());
  }

  private static Selector fib(Cursor cursor) {
    StringBuilder inputs = new StringBuilder(cursor.word());
    while (cursor.take(".")) {
      inputs.append('.').append(cursor.word());
    }
    String result = cursor.word();
    String asked = inputs + " " + result;
    return switch (asked) {
      case "saddr type" -> Selector.of(Field.SOURCE_ADDRESS_TYPE, DataType.ADDRESS_TYPE);
      case "daddr type" -> Selector.of(Field.DESTINATION_ADDRESS_TYPE, DataType.ADDRESS_TYPE);
      case "saddr.iif oif", "saddr.mark.iif oif" -> Selector.of(Field.ROUTE_BACK, DataType.BOOLEAN);
      default -> throw new SyntaxException("fib " + asked + " is not modelled");
    };
  }
}
