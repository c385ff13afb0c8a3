package clbdoctor.firewall.fix;

import clbdoctor.fact.AddressFamily;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.Denial;
import clbdoctor.firewall.Leg;
import clbdoctor.firewall.Protocol;

/**
 * The packets to let through: the check's, or the answers to them.
 *
 * @param port the service's port where the packet is denied; 0 for ping
 */
record Opening(Check check, boolean reply, int port) {

  static Opening of(Check check, Denial denial) {
    return new Opening(check, denial.leg() == Leg.REPLY, denial.port());
  }

  boolean ipv6() {
    return check.destination().family() == AddressFamily.IPV6;
  }

  String source() {
    return check.source().toString();
  }

  /** {@code tcp} or {@code udp}; for ping the name that iptables gives it. */
  String protocol() {
    return switch (check.protocol()) {
      case TCP -> "tcp";
      case UDP -> "udp";
      case ICMP_ECHO -> ipv6() ? "ipv6-icmp" : "icmp";
    };
  }

  boolean ping() {
    return check.protocol() == Protocol.ICMP_ECHO;
  }

  /** The match of an iptables rule: {@code -s 100.64.0.0/10 -p tcp -m tcp --dport 80}. */
  String iptables() {
    String address = (reply ? "-d " : "-s ") + source();
    return address + " -p " + protocol() + " -m " + (ping() ? echo() : iptablesPort());
  }

  private String iptablesPort() {
    return protocol() + (reply ? " --sport " : " --dport ") + port;
  }

  private String echo() {
    return ipv6()
        ? "icmp6 --icmpv6-type " + (reply ? 129 : 128)
        : "icmp --icmp-type " + (reply ? 0 : 8);
  }

  /** The match of an nft rule: {@code ip saddr 100.64.0.0/10 tcp dport 80}. */
  String nft() {
    String address = (ipv6() ? "ip6 " : "ip ") + (reply ? "daddr " : "saddr ") + source();
    String echo = (ipv6() ? "icmpv6" : "icmp") + " type echo-" + (reply ? "reply" : "request");
    return address + " " + (ping() ? echo : protocol() + (reply ? " sport " : " dport ") + port);
  }
}
