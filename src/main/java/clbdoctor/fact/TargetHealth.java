package clbdoctor.fact;

/** The state the load balancer shows for the real server's port. */
public enum TargetHealth {
  /** Alive. */
  HEALTHY,

  /** Dead, abnormal. */
  UNHEALTHY,

  /** Not judged yet. */
  DETECTING,

  /** The health check is off or the listener stopped. */
  CLOSED,

  /** Being removed. */
  DRAINING
}
