package clbdoctor.firewall.iptables;

import java.util.List;

/**
 * The address types of iptables-extensions(8) "addrtype", numbered as RTN_* in linux/rtnetlink.h.
 */
final class AddressTypeNames {
  private static final List<String> NAMES =
      List.of(
          "UNSPEC",
          "UNICAST",
          "LOCAL",
          "BROADCAST",
          "ANYCAST",
          "MULTICAST",
          "BLACKHOLE",
          "UNREACHABLE",
          "PROHIBIT",
          "THROW",
          "NAT",
          "XRESOLVE");

  private AddressTypeNames() {}

  static int number(String name) {
    int number = NAMES.indexOf(name);
    if (number < 0) {
      throw new SyntaxException("\"" + name + "\" is no address type");
    }
    return number;
  }
}
