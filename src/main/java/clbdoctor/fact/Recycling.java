package clbdoctor.fact;

/** Whether connections in TIME-WAIT are recycled. */
public enum Recycling {
  /** They are. */
  ON,
  /** They are not, or the kernel cannot do it. */
  OFF,
  /** The kernel is old enough to do it; nobody looked whether it does. */
  OFFERED
}
