package clbdoctor.fact;

/**
 * The check source was switched.
 *
 * @param shortlyBefore whether the port became unhealthy as soon after the switch as the thresholds
 *     allow
 * @param everywhere whether every real server failed at once
 */
@ComputedFrom(Subject.LOAD_BALANCER)
public record SourceSwitch(
    CheckSourceKind former, CheckSourceKind present, boolean shortlyBefore, boolean everywhere)
    implements Derived {

  @Override
  public String sentence() {
    return "the check source was switched from "
        + former
        + " to "
        + present
        + (shortlyBefore ? ", shortly before the port failed" : "")
        + (everywhere ? "; every real server failed" : "");
  }
}
