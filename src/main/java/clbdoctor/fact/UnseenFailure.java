package clbdoctor.fact;

/**
 * The load balancer shows the port as unhealthy, and nobody saw how the check fails.
 *
 * @param flaps whether the state changes again and again
 * @param reached whether a connection from outside is known to pass the packet filter all the same
 */
@ComputedFrom(Subject.TARGET_STATE)
public record UnseenFailure(boolean flaps, boolean reached) implements Derived {

  @Override
  public String sentence() {
    return "the port is unhealthy, and nobody saw how the check fails";
  }
}
