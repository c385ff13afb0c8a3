package clbdoctor.fact;

/** What a program wanted that SELinux or AppArmor denied. */
public enum DeniedAction {
  /** To listen on the checked port. */
  LISTEN,

  /** To connect to an upstream server. */
  CONNECT,

  /** To read a file. */
  READ
}
