package clbdoctor.fact;

/** What starts and stops services on the real server. */
public enum InitSystem {
  /** systemctl. */
  SYSTEMD,

  /** Scripts in /etc/init.d, run by service. */
  SYSV,

  /** The Windows service control manager. */
  WINDOWS_SERVICES,

  /** A container engine starts the program. */
  CONTAINER
}
