package clbdoctor.fact;

/**
 * Nothing is known to listen on the checked TCP port or the back-end port, no container publishes
 * them and no Kubernetes service is known that could forward them.
 */
@ComputedFrom(Subject.SOCKETS)
public record VacantPort(int port) implements Derived {

  @Override
  public String sentence() {
    return "no program listens on port " + port;
  }
}
