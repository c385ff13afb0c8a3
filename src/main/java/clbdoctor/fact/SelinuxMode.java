package clbdoctor.fact;

/** Mode of SELinux, as getenforce prints it. */
public enum SelinuxMode {
  /** Denies. */
  ENFORCING,
  /** Only logs. */
  PERMISSIVE,
  /** Off. */
  DISABLED
}
