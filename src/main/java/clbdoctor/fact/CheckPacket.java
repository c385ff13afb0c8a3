package clbdoctor.fact;

/** A packet that the health check sends. */
public enum CheckPacket {
  /** Opens a TCP connection to the checked port. */
  SYN,

  /** A UDP datagram to the checked port. */
  DATAGRAM,

  /** ICMP echo request: ping. */
  ECHO_REQUEST
}
