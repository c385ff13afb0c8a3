package clbdoctor.fact;

/** A step on the way of a health check, from the load balancer to the accepted answer. */
public enum Step {
  /** The packets of the check arrive at the server. */
  SERVER_REACHED,

  /** The server's packet filter lets the check source through. */
  FIREWALL_PASSED,

  /** A program accepts connections at the private address and checked port. */
  CONNECTION_ACCEPTED,

  /** The server's SYN+ACK arrives at the load balancer. */
  REPLY_DELIVERED,

  /** The program answers the request of the check. */
  REQUEST_ANSWERED,

  /** The answer comes before the timeout. */
  ANSWER_IN_TIME,

  /** The status is one that the check accepts. */
  STATUS_ACCEPTED,

  /** The server answers ping. */
  PING_ANSWERED
}
