package clbdoctor.fact;

/** The request method of an HTTP check. */
public enum HttpMethod {
  /** The answer has no body. */
  HEAD,

  /** The answer has a body. */
  GET
}
