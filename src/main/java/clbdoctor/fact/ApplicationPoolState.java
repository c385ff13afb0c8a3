package clbdoctor.fact;

/** State of an IIS application pool. */
public enum ApplicationPoolState {
  /** Takes requests. */
  STARTED,
  /** Not yet. */
  STARTING,
  /** HTTP.sys answers 503. */
  STOPPED,
  /** Not any more. */
  STOPPING
}
