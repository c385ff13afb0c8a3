package clbdoctor.fact;

/** What a known message in a log complains about. */
public enum Complaint {
  /** Another socket has the address and port. */
  ADDRESS_IN_USE,

  /** The program may not listen on the address and port. */
  BIND_DENIED,

  /** The kernel or a program found no memory. */
  OUT_OF_MEMORY,

  /** No further process or thread may be started. */
  CANNOT_START_PROCESS,

  /** No further file descriptor may be opened. */
  TOO_MANY_OPEN_FILES,

  /** The file system is full. */
  NO_SPACE_LEFT,

  /** All workers or connections that the program admits are in use. */
  CONNECTION_LIMIT,

  /** More half-open connections than the kernel keeps. */
  SYN_FLOODING,

  /** A database, upstream or name server does not answer. */
  DEPENDENCY_UNREACHABLE,

  /** TCP wrappers turned a client away. */
  CLIENT_REFUSED,

  /** IIS switched an application pool off. */
  POOL_DISABLED,

  /** The first start of the server did not install everything. */
  SETUP_FAILED,

  /** A program was killed; by whom, the message does not say. */
  PROGRAM_KILLED,

  /** A program ended with an error. */
  PROGRAM_ENDED
}
