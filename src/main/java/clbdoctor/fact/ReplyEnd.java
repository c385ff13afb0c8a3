package clbdoctor.fact;

/** Where a packet goes that the server sends to the check source. */
public enum ReplyEnd {
  /** Out of the interface that has the private address. */
  SAME_INTERFACE,
  /** Out of another interface. */
  OTHER_INTERFACE,
  /** Into a tunnel, or into a bridge of the server's own containers. */
  VIRTUAL_INTERFACE,
  /** Out of an interface; nobody knows whether it has the private address. */
  UNKNOWN_INTERFACE,
  /** To a gateway that does not answer on the local network. */
  SILENT_GATEWAY,
  /** Back to the server: the address is one of its own. */
  SERVER_ITSELF,
  /** Nowhere: no route, or one that discards. */
  NOWHERE
}
