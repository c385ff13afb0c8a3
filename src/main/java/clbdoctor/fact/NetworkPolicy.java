package clbdoctor.fact;

import java.util.Optional;

/** What a Kubernetes network policy does with the check. */
public record NetworkPolicy(
    @About(value = "ALLOWS or DROPS", example = "ALLOWS") FirewallEffect effect,
    @About(value = "name of the policy", example = "default-deny") Optional<String> name)
    implements Observed {
  @Override
  public String sentence() {
    return "the network policy " + name.orElse("") + " " + effect;
  }
}
