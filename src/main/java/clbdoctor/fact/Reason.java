package clbdoctor.fact;

/** Why the load balancer itself says a target is as it is. */
public enum Reason {
  /** The virtual machine does not run. */
  INSTANCE_STATE,

  /** Something is wrong inside the load balancer. */
  LOAD_BALANCER_ERROR,

  /** The first checks are not over. */
  FIRST_CHECKS,

  /** The target is being removed. */
  REMOVAL,

  /** The health check is switched off. */
  CHECK_OFF
}
