package clbdoctor.fact;

/** What kind of change it was. */
public enum ChangeKind {
  /** Servers were replaced, added or built anew. */
  SERVERS_REPLACED,

  /** The software of the service was upgraded. */
  SOFTWARE_UPGRADED,

  /** Certificate, versions or cipher suites of the service. */
  TLS_SETTINGS,

  /** Rules of a packet filter on the server. */
  FIREWALL_RULES,

  /** Rules of a security group. */
  SECURITY_GROUP_RULES,

  /** The server was started again. */
  REBOOTED
}
