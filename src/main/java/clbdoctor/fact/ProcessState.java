package clbdoctor.fact;

/** State of a process, as ps and top show it. */
public enum ProcessState {
  /** R: on a processor or waiting for one. */
  RUNNING,
  /** S, I: waiting for an event. */
  SLEEPING,
  /** D: waiting for storage; cannot be interrupted. */
  UNINTERRUPTIBLE,
  /** T: stopped by a signal or debugger. */
  STOPPED,
  /** Z: ended, not collected by its parent. */
  ZOMBIE
}
