package clbdoctor.diagnosis;

/** What a fix may break while it is applied. */
public enum Risk {
  /** Nothing that serves clients is touched. */
  LOW,

  /** A short interruption, or one service is exposed more than before. */
  MEDIUM,

  /** The server may lose connections or protection; only with a way back prepared. */
  HIGH
}
