package clbdoctor.fact;

/** A listening socket, seen from the load balancer. */
public record Binding(
    TransportProtocol protocol,
    IpAddress address,
    int port,
    String process,
    Reach reach,
    boolean onBackEndPort,
    boolean onCheckedPort)
    implements Derived {

  /** Whether the load balancer reaches this socket's address. */
  public boolean servesLoadBalancer() {
    return reach == Reach.LOAD_BALANCER;
  }

  public boolean loopback() {
    return reach == Reach.LOOPBACK;
  }

  public boolean tcp() {
    return protocol == TransportProtocol.TCP;
  }

  @Override
  public String sentence() {
    return process + " listens on " + Endpoint.text(address, port) + "/" + protocol;
  }
}
