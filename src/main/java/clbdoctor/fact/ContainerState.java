package clbdoctor.fact;

/** State of a container, as docker ps shows it. */
public enum ContainerState {
  /** Up. */
  RUNNING,
  /** Up, but its processes are frozen. */
  PAUSED,
  /** Ends and is started again. */
  RESTARTING,
  /** Ended. */
  EXITED,
  /** Never started. */
  CREATED,
  /** Could not be removed. */
  DEAD
}
