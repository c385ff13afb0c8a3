package clbdoctor.fact;

/** Whether the server's security group decides on traffic of the load balancer. */
public enum DefaultAllowEffect {
  /** Switched off, or this load balancer has none: the server's group decides. */
  OFF,

  /** Switched on: the server's group is not asked. */
  EFFECTIVE,

  /** Switched on, but without effect for servers in another region or in a data centre. */
  INEFFECTIVE
}
