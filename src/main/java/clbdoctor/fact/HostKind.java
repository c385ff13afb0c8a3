package clbdoctor.fact;

/** What an HTTP check sends as Host. */
public enum HostKind {
  /** A domain name. */
  NAME,

  /** An address of the server or load balancer. */
  ADDRESS,

  /** None. */
  NONE
}
