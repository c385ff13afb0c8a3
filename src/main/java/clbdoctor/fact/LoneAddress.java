package clbdoctor.fact;

/**
 * The programs listen on a single address and port, neither loopback nor every address, and nobody
 * noted which address the load balancer asks.
 */
@ComputedFrom(Subject.SOCKETS)
public record LoneAddress(IpAddress address, int port) implements Derived {

  @Override
  public String sentence() {
    return "the server listens on " + Endpoint.text(address, port) + " alone";
  }
}
