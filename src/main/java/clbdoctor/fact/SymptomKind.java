package clbdoctor.fact;

/** How the check fails. */
public enum SymptomKind {
  /** The connection is refused. */
  REFUSED,

  /** The SYN stays without an answer. */
  TIMED_OUT,

  /** The network says that the server cannot be reached. */
  UNREACHABLE,

  /** A filter says that it does not let the packet through. */
  PROHIBITED,

  /** The connection comes about, but no answer. */
  SILENT,

  /** The connection is closed before an answer. */
  CLOSED_AT_ONCE,

  /** The answer comes after the timeout. */
  SLOW,

  /** The status is not accepted. */
  STATUS,

  /** The TLS handshake fails. */
  TLS,

  /** The answer is none. */
  MALFORMED,

  /** Ping stays without an answer. */
  PING_UNANSWERED,

  /** The datagram meets a closed port. */
  PORT_UNREACHABLE
}
