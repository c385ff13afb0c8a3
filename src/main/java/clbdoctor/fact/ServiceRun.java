package clbdoctor.fact;

/** How long the service has been running, and how often its manager started it anew. */
@ComputedFrom(Subject.SERVICE)
public record ServiceRun(int runningSeconds, int restarts) implements Derived {

  @Override
  public String sentence() {
    return "the service has been running for "
        + runningSeconds
        + " s, after "
        + restarts
        + " restarts";
  }
}
