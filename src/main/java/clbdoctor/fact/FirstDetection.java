package clbdoctor.fact;

/** How long the load balancer has been detecting, against the time its first checks need. */
@ComputedFrom(Subject.TARGET_STATE)
public record FirstDetection(int sinceSeconds, int windowSeconds, boolean assumesDefaults)
    implements Derived {

  /** Whether the first checks cannot be over yet. */
  public boolean running() {
    return sinceSeconds <= windowSeconds;
  }

  /** Whether the first checks must have ended long ago. */
  public boolean overdue() {
    return sinceSeconds > 2 * windowSeconds + 60;
  }

  @Override
  public String sentence() {
    return "detecting for " + sinceSeconds + " s, the first checks take " + windowSeconds + " s";
  }
}
