package clbdoctor.fact;

/** The state of a service in the eyes of its service manager. */
public enum ServiceState {
  /** Active. */
  RUNNING,

  /** Inactive, not started, or stopped by someone. */
  STOPPED,

  /** Ended by itself with an error. */
  FAILED,

  /** Ends and is started again and again. */
  RESTARTING
}
