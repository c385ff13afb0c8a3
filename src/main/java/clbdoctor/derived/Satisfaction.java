package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CheckSatisfied;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Step;
import clbdoctor.fact.StepPassed;
import clbdoctor.fact.Vantage;
import java.util.Optional;

/** Whether the check is proven to pass, by the last step that its method asks for. */
final class Satisfaction {
  private Satisfaction() {}

  static void derive(Situation situation, Conclusions conclusions) {
    Optional<Step> last = situation.check().map(HealthCheck::method).flatMap(Satisfaction::last);
    situation
        .facts()
        .of(StepPassed.class)
        .filter(passed -> passed.from() == Vantage.CHECK_SOURCE)
        .filter(passed -> last.equals(Optional.of(passed.step())))
        .findFirst()
        .ifPresent(
            passed ->
                conclusions.add(
                    new CheckSatisfied(passed.step()), situation.check().get(), passed));
  }

  private static Optional<Step> last(CheckMethod method) {
    return switch (method) {
      case TCP -> Optional.of(Step.REPLY_DELIVERED);
      case HTTP, HTTPS -> Optional.of(Step.STATUS_ACCEPTED);
      case PING -> Optional.of(Step.PING_ANSWERED);
      case TLS, UDP_PORT, GRPC, CUSTOM -> Optional.empty();
    };
  }
}
