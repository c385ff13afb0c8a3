package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CustomAnswer;
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
    if (situation.facts().has(Symptom.class)
        || situation.facts().any(CustomAnswer.class, answer -> !answer.expected())) {
      return;
    }
    boolean reached =
        situation.facts().any(StepPassed.class, passed -> passed.step() == Step.FIREWALL_PASSED);
    for (TargetState target : situation.facts().list(TargetState.class)) {
      if (target.state() == TargetHealth.UNHEALTHY) {
        conclusions.add(new UnseenFailure(target.flaps(), reached), target);
      }
    }
  }
}
