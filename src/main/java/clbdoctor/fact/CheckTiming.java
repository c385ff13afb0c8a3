package clbdoctor.fact;

/** The timeout beside the interval. */
@ComputedFrom(Subject.HEALTH_CHECK)
public record CheckTiming(int timeoutSeconds, int intervalSeconds) implements Derived {

  @Override
  public String sentence() {
    return "timeout " + timeoutSeconds + " s, interval " + intervalSeconds + " s";
  }
}
