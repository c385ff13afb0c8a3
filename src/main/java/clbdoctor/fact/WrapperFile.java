package clbdoctor.fact;

/** A file of the TCP wrappers, hosts_access(5). */
public enum WrapperFile {
  /** /etc/hosts.allow, searched first. */
  HOSTS_ALLOW,
  /** /etc/hosts.deny. */
  HOSTS_DENY
}
