package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckRate;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.RequestLimit;

/**
 * How many checks come: every machine of the load balancer sends one in each interval. Behind one
 * address they count together.
 */
final class CheckRates {
  private CheckRates() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .check()
        .filter(check -> check.intervalSeconds().orElse(0) > 0 && check.checkers().isPresent())
        .ifPresent(
            check ->
                situation
                    .facts()
                    .of(RequestLimit.class)
                    .forEach(limit -> conclusions.add(rate(check, limit), check, limit)));
  }

  private static CheckRate rate(HealthCheck check, RequestLimit limit) {
    int checks =
        check.checkers().orElseThrow() * limit.seconds() / check.intervalSeconds().orElseThrow();
    return new CheckRate(checks, limit.seconds(), checks > limit.requests());
  }
}
