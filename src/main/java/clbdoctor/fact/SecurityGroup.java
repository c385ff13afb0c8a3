package clbdoctor.fact;

import java.util.Optional;

/** What the cloud's security group of the real server does with the check. */
public record SecurityGroup(
    @About(value = "ALLOWS or DROPS", example = "ALLOWS") FirewallEffect effect,
    @About(value = "the deciding rule", example = "inbound TCP:80 from 100.64.0.0/10 ACCEPT")
        Optional<String> rule)
    implements Observed {

  @Override
  public String sentence() {
    return "the security group "
        + effect.name().toLowerCase(java.util.Locale.ROOT)
        + " the check"
        + rule.map(r -> ": " + r).orElse("");
  }
}
