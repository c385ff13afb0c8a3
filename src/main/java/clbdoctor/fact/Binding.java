package clbdoctor.fact;

/** A listening socket, seen from the load balancer. */
@ComputedFrom(Subject.SOCKETS)
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

  /** Whether nothing says that the load balancer does not reach this socket's address. */
  public boolean mayServeLoadBalancer() {
    return reach == Reach.LOAD_BALANCER || reach == Reach.UNDECIDED;
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
