package clbdoctor.fact;

import java.util.Optional;

/**
 * What the network ACL of the server's subnet does with the check or its replies; ACLs keep no
 * state.
 */
public record NetworkAcl(
    @About(value = "INBOUND or OUTBOUND", example = "INBOUND") TrafficDirection direction,
    @About(value = "ALLOWS or DROPS", example = "ALLOWS") FirewallEffect effect,
    @About(value = "the deciding rule", example = "inbound TCP:80 from 0.0.0.0/0 ACCEPT")
        Optional<String> rule)
    implements Observed {
  @Override
  public String sentence() {
    return "the network ACL " + effect + " " + direction + rule.map(r -> ": " + r).orElse("");
  }
}
