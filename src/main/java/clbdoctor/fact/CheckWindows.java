package clbdoctor.fact;

/** How long the load balancer takes to change its mind. */
@ComputedFrom(Subject.HEALTH_CHECK)
public record CheckWindows(
    int failSeconds, int recoverSeconds, int detectSeconds, boolean assumesDefaults)
    implements Derived {

  @Override
  public String sentence() {
    return "unhealthy after " + failSeconds + " s, healthy again after " + recoverSeconds + " s";
  }
}
