package clbdoctor.fact;

/** How the check fails. */
public enum SymptomKind {
  /** The connection is refused. */
  REFUSED("the connection is refused"),

  /** The SYN stays without an answer. */
  TIMED_OUT("the SYN gets no answer"),

  /** The network says that the server cannot be reached. */
  UNREACHABLE("the server is unreachable"),

  /** A filter says that it does not let the packet through. */
  PROHIBITED("a filter prohibits the connection"),

  /** The connection comes about, but no answer. */
  SILENT("the connection comes about, then no answer"),

  /** The connection is closed before an answer. */
  CLOSED_AT_ONCE("the connection is closed before an answer"),

  /** The answer comes after the timeout. */
  SLOW("the answer comes after the timeout"),

  /** The status is not accepted. */
  STATUS("the status is not one that is accepted for sure"),

  /** The TLS handshake fails. */
  TLS("the TLS handshake fails"),

  /** The answer is none. */
  MALFORMED("the answer is not a valid one"),

  /** Ping stays without an answer. */
  PING_UNANSWERED("ping gets no answer"),

  /** The datagram meets a closed port. */
  PORT_UNREACHABLE("the datagram meets a closed port");

  private final String phrase;

  SymptomKind(String phrase) {
    this.phrase = phrase;
  }

  /** It in a sentence. */
  public String phrase() {
    return phrase;
  }
}
