package clbdoctor.fact;

/** Why the cloud restricts a virtual machine. */
public enum InstanceRestriction {
  /** Not at all. */
  NORMAL,
  /** Its term is over. */
  EXPIRED,
  /** Isolated for security or arrears. */
  PROTECTIVELY_ISOLATED
}
