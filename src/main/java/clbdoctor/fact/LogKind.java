package clbdoctor.fact;

/** Which log a line stands in. */
public enum LogKind {
  /** The access log of the web server. */
  ACCESS,

  /** The error log of the web server or application. */
  ERROR,

  /** dmesg, journalctl -k. */
  KERNEL,

  /** The journal, syslog or Windows event log. */
  SYSTEM
}
