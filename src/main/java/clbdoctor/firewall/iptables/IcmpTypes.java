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

  private IcmpTypes() {}

  static String number(String name) {
    return NAMES.getOrDefault(name, name);
  }
}
