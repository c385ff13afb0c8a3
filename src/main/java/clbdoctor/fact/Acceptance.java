package clbdoctor.fact;

/** Whether the health check counts a status as healthy. */
public enum Acceptance {
  /** It is among the accepted ones. */
  ACCEPTED,

  /** It is not. */
  NOT_ACCEPTED,

  /** The accepted ones are not known, and the status is not 200. */
  UNKNOWN
}
