package clbdoctor.fact;

/** State of the virtual machine, as the cloud's API names it. */
public enum InstanceState {
  /** Being created. */
  PENDING,
  /** Running. */
  RUNNING,
  /** Shut down. */
  STOPPED,
  /** Starting. */
  STARTING,
  /** Shutting down. */
  STOPPING,
  /** Restarting. */
  REBOOTING,
  /** In rescue mode. */
  RESCUE_MODE,
  /** Being destroyed. */
  TERMINATING
}
