package clbdoctor.firewall;

/** How limits are taken to stand. */
enum LimitMode {
  /** Nothing is known of earlier packets. */
  UNKNOWN,
  /** No limit has been reached. */
  KEPT,
  /** Every limit is exceeded. */
  EXCEEDED
}
