package clbdoctor.fact;

import java.util.Optional;

/** What the load balancer shows for this port of the real server. */
public record TargetState(
    @About(value = "HEALTHY, UNHEALTHY, DETECTING, CLOSED or DRAINING", example = "UNHEALTHY")
        TargetHealth state,
    @About(value = "weight of the real server", example = "10", min = 0, max = 100)
        Optional<Integer> weight,
    @About(value = "true when the state changes again and again", example = "false")
        Optional<Boolean> flapping,
    @About(value = "seconds since the state was reached", example = "600", min = 0)
        Optional<Integer> sinceSeconds,
    @About(value = "reason the load balancer gives", example = "Target.Timeout")
        Optional<String> reasonCode,
    @About(value = "true when it gets requests of clients", example = "false")
        Optional<Boolean> receivesTraffic,
    @About(value = "seconds since something was repaired", example = "10", min = 0)
        Optional<Integer> repairedSeconds)
    implements Observed {

  /** A state without a reason. */
  public TargetState(
      TargetHealth state,
      Optional<Integer> weight,
      Optional<Boolean> flapping,
      Optional<Integer> sinceSeconds) {
    this(
        state,
        weight,
        flapping,
        sinceSeconds,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public boolean weightZero() {
    return weight.equals(Optional.of(0));
  }

  /** Whether the weight is known to be above zero. */
  public boolean weighted() {
    return weight.isPresent() && !weightZero();
  }

  /** Whether it is known to get requests of clients. */
  public boolean servesClients() {
    return receivesTraffic.orElse(false);
  }

  /** Whether the state is known to change again and again. */
  public boolean flaps() {
    return flapping.orElse(false);
  }

  @Override
  public String sentence() {
    return "the load balancer shows the port as "
        + state
        + (weightZero() ? " with weight 0" : "")
        + (flaps() ? ", changing again and again" : "");
  }
}
