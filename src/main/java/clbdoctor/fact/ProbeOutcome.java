package clbdoctor.fact;

/** What came back to a probe; the closed vocabulary of all collectors and reports. */
public enum ProbeOutcome {
  /**
   * The reply the method asks for: a status line, an echo reply, a datagram, a completed handshake.
   */
  ANSWERED,

  /** SYN+ACK came back; nothing else was asked for. */
  CONNECTED,

  /** RST, or ICMP port unreachable to a SYN: the client says connection refused. */
  REFUSED,

  /** Nothing came back to the SYN, echo request or datagram. */
  TIMED_OUT,

  /** ICMP host or network unreachable, or no ARP answer: the client says no route to host. */
  UNREACHABLE,

  /** ICMP host, network or administratively prohibited (codes 9, 10, 13). */
  PROHIBITED,

  /** ICMP port unreachable to a datagram. */
  PORT_UNREACHABLE,

  /** The connection was accepted, then no byte came before the probe gave up. */
  CONNECTED_SILENT,

  /** The connection was accepted, then closed or reset before any answer. */
  CLOSED_AT_ONCE,

  /** The TLS handshake failed. */
  TLS_FAILED,

  /** Bytes came back that are no valid answer. */
  MALFORMED,

  /**
   * The connection did not come about, and the client does not say whether it was refused, lost or
   * unreachable: telnet and Test-NetConnection on Windows.
   */
  NOT_CONNECTED
}
