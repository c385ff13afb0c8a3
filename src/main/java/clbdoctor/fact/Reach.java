package clbdoctor.fact;

/** Whom a listening socket serves, seen from the load balancer. */
public enum Reach {
  /** The private address, directly or through a wildcard. */
  LOAD_BALANCER,

  /**
   * Perhaps the private address: {@code :::80} in netstat stands for a dual-stack socket as well as
   * for an IPv6-only one.
   */
  UNDECIDED,

  /** Only programs on the server itself. */
  LOOPBACK,

  /** Another address of the server. */
  OTHER_ADDRESS,

  /** Only the other version of IP. */
  OTHER_FAMILY
}
