package clbdoctor.fact;

/** How the load balancer checks the port. */
public enum CheckMethod {
  /** A SYN; healthy when SYN+ACK comes back in time. */
  TCP,

  /** An HTTP request; healthy when the status is accepted. */
  HTTP,

  /** TLS, then an HTTP request. */
  HTTPS,

  /** A TLS handshake and nothing after it; healthy when it comes to its end. */
  TLS,

  /** A gRPC call; healthy when the gRPC code is accepted. */
  GRPC,

  /** An ICMP echo request. */
  PING,

  /** An ICMP echo request and a datagram; unhealthy on silence to the first or port unreachable. */
  UDP_PORT,

  /** The operator's own bytes, compared with an expected answer. */
  CUSTOM;

  /** Whether it needs a TCP connection, also on a UDP listener where a vendor offers that. */
  public boolean overTcp() {
    return switch (this) {
      case TCP, HTTP, HTTPS, TLS, GRPC -> true;
      case PING, UDP_PORT, CUSTOM -> false;
    };
  }
}
