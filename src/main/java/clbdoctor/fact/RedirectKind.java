package clbdoctor.fact;

/** Where a redirect leads. */
public enum RedirectKind {
  /** To the same Host over TLS. */
  TO_TLS,

  /** To another path of the same Host. */
  OTHER_PATH,

  /** To another Host. */
  OTHER_HOST,

  /** To TLS, and at the same time to another Host, or to one that may be another. */
  OTHER_HOST_OVER_TLS,

  /** To a page that asks who is there. */
  LOGIN
}
