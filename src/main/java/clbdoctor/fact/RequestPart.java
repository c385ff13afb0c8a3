package clbdoctor.fact;

/** A part of an HTTP request that can make the answer another one. */
public enum RequestPart {
  /** The path. */
  PATH,

  /** The Host header. */
  HOST,

  /** HEAD or GET. */
  METHOD,

  /** The HTTP version. */
  VERSION
}
