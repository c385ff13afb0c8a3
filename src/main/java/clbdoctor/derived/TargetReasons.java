package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.Fact;
import clbdoctor.fact.FirstDetection;
import clbdoctor.fact.Reason;
import clbdoctor.fact.ReasonGiven;
import clbdoctor.fact.TargetAssociation;
import clbdoctor.fact.TargetHealth;
import clbdoctor.fact.TargetState;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the load balancer's own words on a target say. The codes are those of AWS (TargetHealth);
 * the ones that name a symptom rather than a cause (Target.Timeout, Target.FailedHealthChecks,
 * Target.ResponseCodeMismatch) are left out.
 */
final class TargetReasons {
  private static final Map<String, Reason> CODES =
      Map.of(
          "target.notregistered", Reason.NOT_ASSOCIATED,
          "target.notinuse", Reason.NOT_ASSOCIATED,
          "target.ipunusable", Reason.NOT_ASSOCIATED,
          "target.invalidstate", Reason.INSTANCE_STATE,
          "elb.internalerror", Reason.LOAD_BALANCER_ERROR,
          "elb.initialhealthchecking", Reason.FIRST_CHECKS,
          "elb.registrationinprogress", Reason.FIRST_CHECKS,
          "target.deregistrationinprogress", Reason.REMOVAL,
          "target.healthcheckdisabled", Reason.CHECK_OFF);

  private TargetReasons() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(TargetState.class)
        .forEach(
            state -> {
              reason(state.reasonCode(), state, conclusions);
              firstDetection(situation, state, conclusions);
            });
    situation
        .facts()
        .of(TargetAssociation.class)
        .filter(association -> !association.associated())
        .forEach(association -> reason(association.reason(), association, conclusions));
  }

  private static void reason(Optional<String> code, Fact premise, Conclusions conclusions) {
    code.ifPresent(
        words ->
            Optional.ofNullable(CODES.get(words.strip().toLowerCase(Locale.ROOT)))
                .ifPresent(
                    reason -> conclusions.add(new ReasonGiven(reason, words.strip()), premise)));
  }

  private static void firstDetection(
      Situation situation, TargetState state, Conclusions conclusions) {
    Optional<CheckWindows> windows = situation.facts().of(CheckWindows.class).findFirst();
    if (state.state() == TargetHealth.DETECTING
        && state.sinceSeconds().isPresent()
        && windows.isPresent()) {
      conclusions.add(
          new FirstDetection(
              state.sinceSeconds().get(),
              windows.get().detectSeconds(),
              windows.get().assumesDefaults()),
          state,
          windows.get());
    }
  }
}
