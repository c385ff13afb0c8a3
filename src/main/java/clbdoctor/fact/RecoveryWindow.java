package clbdoctor.fact;

/**
 * Something was repaired, and the load balancer needs its successes in a row before it says so.
 *
 * @param running whether they cannot all have been made since
 * @param assumesDefaults whether a parameter of the check is not known, so that its default counts
 */
@ComputedFrom(Subject.TARGET_STATE)
public record RecoveryWindow(
    int secondsPassed, int seconds, boolean running, boolean assumesDefaults) implements Derived {

  @Override
  public String sentence() {
    return secondsPassed
        + " s have passed since a repair, and the load balancer needs up to "
        + seconds
        + " s";
  }
}
