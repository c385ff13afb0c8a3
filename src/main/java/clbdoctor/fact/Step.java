package clbdoctor.fact;

/** A step on the way of a health check, from the load balancer to the accepted answer. */
public enum Step {
  /** The packets of the check arrive at the server. */
  SERVER_REACHED("the packets of the check arrive at the server"),

  /** The server's packet filter lets the check source through. */
  FIREWALL_PASSED("the packet filter of the server lets the check through"),

  /** A program accepts connections at the private address and checked port. */
  CONNECTION_ACCEPTED("a connection to the private address and checked port comes about"),

  /** The server's SYN+ACK arrives at the load balancer. */
  REPLY_DELIVERED("the SYN+ACK of the server arrives"),

  /** The program answers the request of the check. */
  REQUEST_ANSWERED("the program answers"),

  /** The answer comes before the timeout. */
  ANSWER_IN_TIME("the answer comes in time"),

  /** The status is one that the check accepts. */
  STATUS_ACCEPTED("the status is accepted"),

  /** The server answers ping. */
  PING_ANSWERED("ping is answered");

  private final String phrase;

  Step(String phrase) {
    this.phrase = phrase;
  }

  /** It in a sentence. */
  public String phrase() {
    return phrase;
  }
}
