package clbdoctor.fact;

import java.util.Optional;

/** Whether the port is bound where the load balancer uses it. */
public record TargetAssociation(
    @About(
            value =
                "false when the target group belongs to no rule, the zone is off, or the server's address has changed",
            example = "true")
        boolean associated,
    @About(value = "reason code or words of the load balancer", example = "Target.NotInUse")
        Optional<String> reason)
    implements Observed {
  @Override
  public String sentence() {
    return "the target is "
        + (associated ? "" : "not ")
        + "associated"
        + reason.map(r -> ": " + r).orElse("");
  }
}
