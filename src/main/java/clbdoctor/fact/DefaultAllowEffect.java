package clbdoctor.fact;

/** Whether the server's security group decides on traffic of the load balancer. */
public enum DefaultAllowEffect {
  /** This maker's load balancers have none: the server's group decides on the check. */
  NONE,

  /**
   * Switched off: the server's group decides on clients, and on checks from the virtual address.
   */
  OFF,

  /** Switched on: the server's group is not asked. */
  EFFECTIVE,

  /** Switched on, but without effect for servers in another region or in a data centre. */
  INEFFECTIVE
}
