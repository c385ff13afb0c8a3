package clbdoctor.fact;

/** What a probe sent. */
public enum ProbeMethod {
  /** A TCP connection attempt: SYN, telnet, nc -z, Test-NetConnection. */
  CONNECT,

  /** An HTTP request. */
  HTTP,

  /** TLS, then an HTTP request. */
  HTTPS,

  /** A TLS handshake only. */
  TLS,

  /** A gRPC health call. */
  GRPC,

  /** An ICMP echo request. */
  PING,

  /** A datagram to the port. */
  UDP,

  /** Bytes of the operator's choice. */
  CUSTOM
}
