package clbdoctor.fact;

/** The protocol of a socket. */
public enum TransportProtocol {
  /** RFC 9293. */
  TCP,

  /** RFC 768. */
  UDP
}
