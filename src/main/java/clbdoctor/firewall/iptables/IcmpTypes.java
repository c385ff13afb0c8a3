package clbdoctor.firewall.iptables;

import java.util.Map;

/** The names of ICMP types that people write in rule files; iptables-save writes numbers. */
final class IcmpTypes {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("echo-reply", "0"),
          Map.entry("pong", "0"),
          Map.entry("destination-unreachable", "3"),
          Map.entry("port-unreachable", "3/3"),
          Map.entry("fragmentation-needed", "3/4"),
          Map.entry("source-quench", "4"),
          Map.entry("redirect", "5"),
          Map.entry("echo-request", "8"),
          Map.entry("ping", "8"),
          Map.entry("time-exceeded", "11"),
          Map.entry("parameter-problem", "12"),
          Map.entry("timestamp-request", "13"),
          Map.entry("timestamp-reply", "14"),
          Map.entry("address-mask-request", "17"),
          Map.entry("address-mask-reply", "18"));

  private static final Map<String, String> NAMES6 =
      Map.of(
          "echo-request", "128/0",
          "ping", "128/0",
          "echo-reply", "129/0",
          "pong", "129/0",
          "packet-too-big", "2/0");

  private IcmpTypes() {}

  /** What ipset writes behind {@code icmp:} or {@code icmpv6:}, as numbers. */
  static String typeAndCode(String protocol, String name) {
    if (protocol.equals("icmp:")) {
      String number = number(name);
      return number.indexOf('/') >= 0 ? number : number + "/0";
    }
    return protocol.startsWith("icmpv6") || protocol.startsWith("ipv6-icmp")
        ? NAMES6.getOrDefault(name, name)
        : name;
  }

  static String number(String name) {
    return NAMES.getOrDefault(name, name);
  }
}
