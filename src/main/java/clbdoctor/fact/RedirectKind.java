package clbdoctor.fact;

/** Where a redirect leads. */
public enum RedirectKind {
  /** To the same Host over TLS. */
  TO_TLS,

  /** To another path of the same Host. */
  OTHER_PATH,

  /** To another Host. */
  OTHER_HOST,

  /** To a page that asks who is there. */
  LOGIN
}
