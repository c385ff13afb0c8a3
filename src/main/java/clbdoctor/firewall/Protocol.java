package clbdoctor.firewall;

import clbdoctor.fact.AddressFamily;

/** The first packet that a check sends. */
public enum Protocol {
  /** A SYN. */
  TCP,
  /** A datagram. */
  UDP,
  /** An echo request, also called ping. */
  ICMP_ECHO;

  public int number(AddressFamily family) {
    return switch (this) {
      case TCP -> 6;
      case UDP -> 17;
      case ICMP_ECHO -> family == AddressFamily.IPV4 ? 1 : 58;
    };
  }
}
