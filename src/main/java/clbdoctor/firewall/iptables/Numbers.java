package clbdoctor.firewall.iptables;

import java.util.Map;

/** Numbers as iptables writes them, decimal or {@code 0x}, and the names of protocols. */
final class Numbers {
  private static final Map<String, Integer> PROTOCOLS =
      Map.ofEntries(
          Map.entry("all", 0),
          Map.entry("icmp", 1),
          Map.entry("igmp", 2),
          Map.entry("ipencap", 4),
          Map.entry("tcp", 6),
          Map.entry("udp", 17),
          Map.entry("dccp", 33),
          Map.entry("ipv6", 41),
          Map.entry("gre", 47),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("icmpv6", 58),
          Map.entry("ipv6-icmp", 58),
          Map.entry("mobility-header", 135),
          Map.entry("ipv6-mh", 135),
          Map.entry("ospf", 89),
          Map.entry("vrrp", 112),
          Map.entry("sctp", 132),
          Map.entry("udplite", 136));

  private Numbers() {}

  static long parse(String text) {
    try {
      return Long.decode(text.matches("0[0-9]+") ? text.replaceFirst("^0+(?=.)", "") : text);
    } catch (NumberFormatException e) {
      throw new SyntaxException("\"" + text + "\" is no number");
    }
  }

  /** The protocol's number; 0 for all; an error for a name that is not known. */
  static int protocol(String text) {
    Integer known = PROTOCOLS.get(text);
    return known != null ? known : (int) parse(text);
  }
}
