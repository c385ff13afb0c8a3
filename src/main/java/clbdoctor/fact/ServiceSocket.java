package clbdoctor.fact;

/**
 * A listening socket of the service that is meant to answer.
 *
 * @param elsewhere whether it is on another port than the back-end port, at which the check aims
 * @param running whether the service manager calls the service running
 * @param fromConfiguration whether the service is a web server or proxy that opens the ports of its
 *     configuration when it starts, and no others
 */
@ComputedFrom(Subject.SERVICE)
public record ServiceSocket(
    String service,
    String process,
    int port,
    Reach reach,
    boolean onBackEndPort,
    boolean elsewhere,
    boolean running,
    boolean fromConfiguration)
    implements Derived {

  /** Whether the load balancer reaches this socket's address. */
  public boolean servesLoadBalancer() {
    return reach == Reach.LOAD_BALANCER;
  }

  @Override
  public String sentence() {
    return process + " of the service " + service + " listens on port " + port;
  }
}
