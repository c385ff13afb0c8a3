package clbdoctor.fact;

/** The protocol of a load balancer listener. */
public enum ListenerProtocol {
  /** Layer 4. */
  TCP,

  /** Layer 4. */
  UDP,

  /** Layer 4, TLS ends at the load balancer, plain TCP to the real server. */
  TCP_SSL,

  /** TLS over QUIC ends at the load balancer, TCP to the real server. */
  QUIC,

  /** Layer 7. */
  HTTP,

  /** Layer 7, TLS ends at the load balancer. */
  HTTPS
}
