package clbdoctor.firewall;

/** Which packet of the check. */
public enum Leg {
  /** The SYN, the datagram, the echo request. */
  REQUEST,
  /** The host's answer to it. */
  REPLY,
  /** The prober's next packet, such as the ACK. */
  SECOND,
  /** The host's answer to a second echo request; a program's later answers are not followed. */
  SECOND_REPLY;

  /** Whether the host sends it. */
  public boolean ofReply() {
    return this == REPLY || this == SECOND_REPLY;
  }
}
