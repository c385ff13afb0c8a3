package clbdoctor.fact;

/** Where the load balancer sends its checks from. */
public enum CheckSourceKind {
  /** Its virtual address. */
  VIP,
  /** An address of 100.64.0.0/10. */
  RESERVED_RANGE
}
