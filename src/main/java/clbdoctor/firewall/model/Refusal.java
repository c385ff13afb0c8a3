package clbdoctor.firewall.model;

/** How a denied packet is answered, which is all that the prober sees of it. */
public enum Refusal {
  /** Nothing comes back: the prober times out. */
  SILENCE("no answer"),
  TCP_RESET("TCP RST"),
  ICMP_NET_UNREACHABLE("ICMP 3/0"),
  ICMP_HOST_UNREACHABLE("ICMP 3/1"),
  ICMP_PROTOCOL_UNREACHABLE("ICMP 3/2"),
  ICMP_PORT_UNREACHABLE("ICMP 3/3"),
  ICMP_NET_PROHIBITED("ICMP 3/9"),
  ICMP_HOST_PROHIBITED("ICMP 3/10"),
  ICMP_ADMIN_PROHIBITED("ICMP 3/13"),
  ICMP6_NO_ROUTE("ICMPv6 1/0"),
  ICMP6_ADMIN_PROHIBITED("ICMPv6 1/1"),
  ICMP6_ADDRESS_UNREACHABLE("ICMPv6 1/3"),
  ICMP6_PORT_UNREACHABLE("ICMPv6 1/4"),
  ICMP6_POLICY_FAIL("ICMPv6 1/5"),
  ICMP6_REJECT_ROUTE("ICMPv6 1/6"),
  /** Written for both families; becomes the ICMP or ICMPv6 form of the packet's family. */
  ICMPX_NO_ROUTE("ICMP 3/0 or ICMPv6 1/0"),
  ICMPX_PORT_UNREACHABLE("ICMP 3/3 or ICMPv6 1/4"),
  ICMPX_HOST_UNREACHABLE("ICMP 3/1 or ICMPv6 1/3"),
  ICMPX_ADMIN_PROHIBITED("ICMP 3/13 or ICMPv6 1/1");

  private final String seen;

  Refusal(String seen) {
    this.seen = seen;
  }

  /** What a packet capture on the prober shows: {@code ICMP 3/3}. */
  public String seen() {
    return seen;
  }

  /** The type of the ICMP error; 0 where there is none. */
  public int icmpType() {
    return icmpNumber(0);
  }

  /** The code of the ICMP error; 0 where there is none. */
  public int icmpCode() {
    return icmpNumber(1);
  }

  private int icmpNumber(int part) {
    int space = seen.indexOf(' ');
    return seen.startsWith("ICMP") && seen.indexOf(' ', space + 1) < 0
        ? Integer.parseInt(seen.substring(space + 1).split("/")[part])
        : 0;
  }

  /** The answer that a packet of this family gets. */
  public Refusal forIpv6(boolean ipv6) {
    return switch (this) {
      case ICMPX_NO_ROUTE -> ipv6 ? ICMP6_NO_ROUTE : ICMP_NET_UNREACHABLE;
      case ICMPX_PORT_UNREACHABLE -> ipv6 ? ICMP6_PORT_UNREACHABLE : ICMP_PORT_UNREACHABLE;
      case ICMPX_HOST_UNREACHABLE -> ipv6 ? ICMP6_ADDRESS_UNREACHABLE : ICMP_HOST_UNREACHABLE;
      case ICMPX_ADMIN_PROHIBITED -> ipv6 ? ICMP6_ADMIN_PROHIBITED : ICMP_ADMIN_PROHIBITED;
      default -> this;
    };
  }
}
