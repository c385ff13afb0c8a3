package clbdoctor.fact;

/** From where a probe was sent, and to which address of the real server. */
public enum Vantage {
  /** From the load balancer, or a host with the check's source address, to the private address. */
  CHECK_SOURCE("from the check source"),

  /** From another host in the subnet to the private address. */
  PEER("from a peer in the subnet"),

  /**
   * From the real server itself to its private address; travels over lo, so it meets no firewall
   * rule for the check.
   */
  SERVER_TO_PRIVATE("from the server to its private address"),

  /** From the real server itself to 127.0.0.1 or ::1. */
  SERVER_TO_LOOPBACK("from the server to loopback");

  private final String phrase;

  Vantage(String phrase) {
    this.phrase = phrase;
  }

  /** The vantage in a sentence: {@code from a peer in the subnet}. */
  public String phrase() {
    return phrase;
  }
}
