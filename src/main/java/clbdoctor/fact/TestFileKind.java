package clbdoctor.fact;

/** What stands behind the path of the check. */
public enum TestFileKind {
  /** A file that the server sends as it is. */
  STATIC,

  /** The answer of a program or script: PHP, JSP, a route of an application. */
  DYNAMIC,

  /** No such file or route. */
  MISSING
}
