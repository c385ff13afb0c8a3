package clbdoctor.diagnosis;

import clbdoctor.fact.Facts;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Step;
import clbdoctor.fact.StepPassed;
import clbdoctor.fact.Symptom;
import clbdoctor.fact.TargetHealth;
import clbdoctor.fact.TargetState;
import clbdoctor.fact.Vantage;
import java.util.Optional;

/** Whether the facts show a check that passes, rather than no fact that shows one that fails. */
final class Health {
  private Health() {}

  static boolean proven(Facts facts) {
    Optional<TargetHealth> state = facts.first(TargetState.class).map(TargetState::state);
    boolean shownHealthy = state.equals(Optional.of(TargetHealth.HEALTHY));
    boolean shownOtherwise = state.isPresent() && !shownHealthy;
    return !facts.has(Symptom.class) && !shownOtherwise && (shownHealthy || lastStepPassed(facts));
  }

  private static boolean lastStepPassed(Facts facts) {
    Optional<HealthCheck> check = facts.first(HealthCheck.class);
    if (check.isEmpty()) {
      return false;
    }
    Step last =
        check.get().http()
            ? Step.STATUS_ACCEPTED
            : check.get().ping() ? Step.PING_ANSWERED : Step.REPLY_DELIVERED;
    return facts.any(StepPassed.class, s -> s.step() == last && s.from() == Vantage.CHECK_SOURCE);
  }
}
