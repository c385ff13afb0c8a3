package clbdoctor.firewall;

/** Which packet of the check. */
public enum Leg {
  /** The SYN, the datagram, the echo request. */
  REQUEST,
  /** The host's answer to it. */
  REPLY,
  /** The prober's next packet, such as the ACK. */
  SECOND
}
