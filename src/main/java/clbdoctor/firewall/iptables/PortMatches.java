package clbdoctor.firewall.iptables;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Condition;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Field;
import clbdoctor.firewall.model.Range;
import java.util.ArrayList;
import java.util.List;

/** Matches on the transport header: ports, TCP flags, ICMP types. */
final class PortMatches {
  private static final List<String> FLAGS =
      List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

  private PortMatches() {}

  static Condition ports(Part match) {
    List<Condition> all = new ArrayList<>(List.of(new Condition.Always(true)));
    for (Option option : match.options()) {
      all.add(
          switch (option.name()) {
            case "--sport", "--source-port" -> port(Field.SOURCE_PORT, option);
            case "--dport", "--destination-port" -> port(Field.DESTINATION_PORT, option);
            case "--syn" -> flags(option.negated(), "FIN,SYN,RST,ACK", "SYN");
            case "--tcp-flags" -> flags(option);
            default -> new Condition.Obscure("match " + match.name() + " " + option.name());
          });
    }
    return Conditions.both(all);
  }

  private static Condition port(Field field, Option option) {
    return Conditions.among(field, option.negated(), Conditions.ports(option.value()));
  }

  private static Condition flags(Option option) {
    if (option.values().size() != 2) {
      throw new SyntaxException("--tcp-flags needs two lists");
    }
    return flags(option.negated(), option.values().get(0), option.values().get(1));
  }

  private static Condition flags(boolean negated, String mask, String set) {
    return new Condition.Among(
        Conditions.masked(Field.TCP_FLAGS, bits(mask)), Elements.of(Bits.of(bits(set))), negated);
  }

  private static long bits(String names) {
    long bits = 0;
    for (String name : names.split(",", -1)) {
      if (name.equals("ALL")) {
        return 0x3f;
      }
      if (!name.equals("NONE")) {
        int bit = FLAGS.indexOf(name);
        if (bit < 0) {
          throw new SyntaxException("\"" + name + "\" is no TCP flag");
        }
        bits |= 1L << bit;
      }
    }
    return bits;
  }

  /** Flags as {@code --tcp-flags} takes them. */
  static String names(long bits) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < FLAGS.size(); i++) {
      if ((bits >> i & 1) == 1) {
        names.add(FLAGS.get(i));
      }
    }
    return names.isEmpty() ? "NONE" : String.join(",", names);
  }

  static Condition multiport(Part match) {
    if (match.options().size() != 1) {
      return Matches.obscure(match);
    }
    Option option = match.options().get(0);
    List<Range> ports = Conditions.ports(option.value());
    Condition source = Conditions.among(Field.SOURCE_PORT, false, ports);
    Condition destination = Conditions.among(Field.DESTINATION_PORT, false, ports);
    return switch (option.name()) {
      case "--sports", "--source-ports" -> Conditions.negatedIf(option.negated(), source);
      case "--dports", "--destination-ports" -> Conditions.negatedIf(option.negated(), destination);
      case "--ports" ->
          Conditions.negatedIf(
              option.negated(), new Condition.Either(List.of(source, destination)));
      default -> Matches.obscure(match);
    };
  }

  static Condition icmp(Part match) {
    Option option = match.option("--icmp-type", "--icmpv6-type").orElse(null);
    if (option == null) {
      return new Condition.Always(true);
    }
    String[] parts = IcmpTypes.number(option.value()).split("/", -1);
    if (parts[0].equals("any") || parts[0].equals("255")) {
      return new Condition.Always(!option.negated());
    }
    Condition type = Conditions.is(Field.ICMP_TYPE, false, Numbers.parse(parts[0]));
    if (parts.length == 1) {
      return Conditions.negatedIf(option.negated(), type);
    }
    Condition code = Conditions.is(Field.ICMP_CODE, false, Numbers.parse(parts[1]));
    return Conditions.negatedIf(option.negated(), new Condition.Both(List.of(type, code)));
  }
}
