package clbdoctor.fact;

/** What about an HTTP request can make the answer another one. */
public enum RequestPart {
  /** The path. */
  PATH,

  /** The Host header. */
  HOST,

  /** HEAD or GET. */
  METHOD,

  /** The HTTP version. */
  VERSION,

  /** With TLS or without. */
  SCHEME,

  /** The address that it is sent from. */
  SOURCE
}
