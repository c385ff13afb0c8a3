package clbdoctor.fact;

/** The address and port that the load balancer forwards to. */
public record BackEnd(
    @About(value = "address of the real server in the private network", example = "10.0.0.10")
        IpAddress privateAddress,
    @About(
            value = "port of the real server in the listener's binding",
            example = "80",
            min = 1,
            max = 65535)
        int port)
    implements Observed {

  /** Whether the load balancer forwards to an IPv6 address. */
  public boolean ipv6() {
    return privateAddress.family() == AddressFamily.IPV6;
  }

  @Override
  public String sentence() {
    return "the back-end port is " + Endpoint.text(privateAddress, port);
  }
}
