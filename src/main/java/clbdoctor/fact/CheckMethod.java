package clbdoctor.fact;

/** How the load balancer checks the port. */
public enum CheckMethod {
  /** A SYN; healthy when SYN+ACK comes back in time. */
  TCP,

  /** An HTTP request; healthy when the status is accepted. */
  HTTP,

  /** TLS, then an HTTP request. */
  HTTPS,

  /** A gRPC call; healthy when the gRPC code is accepted. */
  GRPC,

  /** An ICMP echo request. */
  PING,

  /** An ICMP echo request and a datagram; unhealthy on silence to the first or port unreachable. */
  UDP_PORT,

  /** The operator's own bytes, compared with an expected answer. */
  CUSTOM
}
