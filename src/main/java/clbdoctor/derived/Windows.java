package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckTiming;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.HealthCheck;

/**
 * How long the load balancer needs to notice.
 *
 * <p>Layer 4 (methods TCP, PING, UDP): probes leave at a fixed spacing, so a change of state takes
 * interval × (threshold − 1). Layer 7: the next probe waits for the verdict on the last one, so a
 * failure takes timeout × threshold + interval × (threshold − 1); for a recovery, where answers
 * come early, the timeout is the upper bound. A new binding is judged after interval × healthy
 * threshold.
 */
final class Windows {
  private Windows() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.check().ifPresent(check -> derive(check, conclusions));
  }

  private static void derive(HealthCheck check, Conclusions conclusions) {
    int timeout = check.timeoutSeconds().orElse(CheckDefaults.TIMEOUT_SECONDS);
    int interval = check.intervalSeconds().orElse(CheckDefaults.INTERVAL_SECONDS);
    int healthy = check.healthyThreshold().orElse(CheckDefaults.THRESHOLD);
    int unhealthy = check.unhealthyThreshold().orElse(CheckDefaults.THRESHOLD);
    int wait = check.waitsForAnswer() ? timeout : 0;
    boolean assumed =
        check.timeoutSeconds().isEmpty()
            || check.intervalSeconds().isEmpty()
            || check.healthyThreshold().isEmpty()
            || check.unhealthyThreshold().isEmpty();
    conclusions.add(
        new CheckWindows(
            wait * unhealthy + interval * Math.max(unhealthy - 1, 0),
            wait * healthy + interval * Math.max(healthy - 1, 0),
            interval * healthy,
            assumed),
        check);
    if (check.timeoutSeconds().isPresent() && check.intervalSeconds().isPresent()) {
      conclusions.add(new CheckTiming(timeout, interval), check);
    }
  }
}
