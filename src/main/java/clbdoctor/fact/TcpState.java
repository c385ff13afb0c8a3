package clbdoctor.fact;

/** State of a TCP connection (RFC 9293 §3.3.2). */
public enum TcpState {
  /** Open. */
  ESTABLISHED,
  /** SYN sent, no answer yet. */
  SYN_SENT,
  /** SYN+ACK sent, handshake not finished. */
  SYN_RECEIVED,
  /** Closed on this side. */
  FIN_WAIT,
  /** Closed, waits for stray packets. */
  TIME_WAIT,
  /** Closed by the peer; the program has not closed it. */
  CLOSE_WAIT,
  /** Closed on both sides, last acknowledgement missing. */
  LAST_ACK,
  /** Closed on both sides at once. */
  CLOSING
}
