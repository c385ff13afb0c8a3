package clbdoctor.fact;

/** The family of the operating system of the real server. */
public enum OperatingSystem {
  /** Any Linux distribution. */
  LINUX,

  /** Windows Server or Windows. */
  WINDOWS
}
