package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Step;
import clbdoctor.fact.StepPassed;
import clbdoctor.fact.Symptom;
import clbdoctor.fact.TargetHealth;
import clbdoctor.fact.TargetState;
import clbdoctor.fact.UnseenFailure;

/** Whether nobody saw how the check of an unhealthy port fails. */
final class UnseenFailures {
  private UnseenFailures() {}

  static void derive(Situation situation, Conclusions conclusions) {
    if (situation.facts().of(Symptom.class).findAny().isPresent()) {
      return;
    }
    boolean reached =
        situation
            .facts()
            .of(StepPassed.class)
            .anyMatch(passed -> passed.step() == Step.FIREWALL_PASSED);
    situation
        .facts()
        .of(TargetState.class)
        .filter(target -> target.state() == TargetHealth.UNHEALTHY)
        .forEach(target -> conclusions.add(new UnseenFailure(target.flaps(), reached), target));
  }
}
