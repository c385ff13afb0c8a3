package clbdoctor.fact;

/** Where a packet goes that the server sends to the check source. */
public enum ReplyEnd {
  /** Out of the interface that has the private address. */
  SAME_INTERFACE("leave by the interface of the private address"),
  /** Out of another interface. */
  OTHER_INTERFACE("leave by another interface than that of the private address"),
  /** Into a tunnel, or into a bridge of the server's own containers. */
  VIRTUAL_INTERFACE("go into a tunnel or bridge of the server's own"),
  /** Out of an interface; nobody knows whether it has the private address. */
  UNKNOWN_INTERFACE("leave by an interface"),
  /** To a gateway that does not answer on the local network. */
  SILENT_GATEWAY("go to a gateway that does not answer"),
  /** Back to the server: the address is one of its own. */
  SERVER_ITSELF("stay on the server, whose own address it is"),
  /** Nowhere: no route, or one that discards. */
  NOWHERE("have no way");

  private final String sentence;

  ReplyEnd(String sentence) {
    this.sentence = sentence;
  }

  /** What becomes of the replies, as the rest of a sentence about them. */
  String sentence() {
    return sentence;
  }
}
