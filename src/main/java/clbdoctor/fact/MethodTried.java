package clbdoctor.fact;

/**
 * A request to the check path that was answered, or met silence on an open connection.
 *
 * @param ofCheck whether the check uses this method
 */
@ComputedFrom(Subject.PROBES)
public record MethodTried(HttpMethod method, boolean ofCheck, boolean answered, Vantage from)
    implements Derived {

  /** Whether the request went over the network, not from the server to itself. */
  public boolean fromOutside() {
    return from == Vantage.CHECK_SOURCE || from == Vantage.PEER;
  }

  @Override
  public String sentence() {
    return method + " from " + from + " was " + (answered ? "answered" : "met with silence");
  }
}
