package clbdoctor.fact;

/**
 * What a packet capture on the real server showed of the health check over at least two intervals.
 */
public enum CapturedExchange {
  /** No packet of the check arrives. */
  NOTHING_ARRIVES,

  /** The SYN arrives, nothing leaves. */
  SYN_UNANSWERED,

  /** The SYN arrives, RST leaves. */
  SYN_RESET,

  /** The SYN arrives, an ICMP error leaves. */
  SYN_PROHIBITED,

  /** SYN+ACK leaves again and again: it does not arrive. */
  SYN_ACK_REPEATED,

  /** Handshake and request, then no answer. */
  REQUEST_UNANSWERED,

  /** Handshake, then FIN or RST without an answer. */
  CLOSED_AT_ONCE,

  /** Handshake, request and answer. */
  ANSWERED
}
