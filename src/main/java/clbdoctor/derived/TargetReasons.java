package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Association;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.FirstDetection;
import clbdoctor.fact.Reason;
import clbdoctor.fact.ReasonGiven;
import clbdoctor.fact.TargetAssociation;
import clbdoctor.fact.TargetHealth;
import clbdoctor.fact.TargetState;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the load balancer's own words on a target say. The codes are those of AWS (TargetHealth); of
 * those that name a symptom rather than a cause, {@link ShownStates} speaks.
 */
final class TargetReasons {
  private static final Map<String, Reason> CODES =
      Map.of(
          "target.invalidstate", Reason.INSTANCE_STATE,
          "elb.internalerror", Reason.LOAD_BALANCER_ERROR,
          "elb.initialhealthchecking", Reason.FIRST_CHECKS,
          "elb.registrationinprogress", Reason.FIRST_CHECKS,
          "target.deregistrationinprogress", Reason.REMOVAL,
          "target.healthcheckdisabled", Reason.CHECK_OFF);

  private static final Set<String> NOT_IN_USE =
      Set.of("target.notregistered", "target.notinuse", "target.ipunusable");

  private TargetReasons() {}

  static void derive(Situation situation, Conclusions conclusions) {
    for (TargetState state : situation.facts().list(TargetState.class)) {
      state.reasonCode().ifPresent(code -> reason(code.strip(), state, conclusions));
      firstDetection(situation, state, conclusions);
    }
    for (TargetAssociation association : situation.facts().list(TargetAssociation.class)) {
      conclusions.add(
          new Association(
              association.associated(),
              association.reason().map(reason -> ": " + reason).orElse("")),
          association);
    }
  }

  private static void reason(String code, TargetState state, Conclusions conclusions) {
    String key = code.toLowerCase(Locale.ROOT);
    if (NOT_IN_USE.contains(key)) {
      conclusions.add(new Association(false, ": " + code), state);
    } else if (CODES.containsKey(key)) {
      conclusions.add(new ReasonGiven(CODES.get(key), code), state);
    }
  }

  private static void firstDetection(
      Situation situation, TargetState state, Conclusions conclusions) {
    Optional<CheckWindows> windows = situation.facts().first(CheckWindows.class);
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
