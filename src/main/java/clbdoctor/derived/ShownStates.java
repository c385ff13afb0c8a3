package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Reason;
import clbdoctor.fact.ReasonGiven;
import clbdoctor.fact.RecoveryWindow;
import clbdoctor.fact.Step;
import clbdoctor.fact.StepPassed;
import clbdoctor.fact.Symptom;
import clbdoctor.fact.SymptomKind;
import clbdoctor.fact.TargetHealth;
import clbdoctor.fact.TargetState;
import clbdoctor.fact.Vantage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the state that the load balancer shows says of its own checks: which steps they pass, how
 * they fail, and whether they can have passed often enough since a repair.
 */
final class ShownStates {
  private ShownStates() {}

  static void derive(Situation situation, Conclusions conclusions) {
    for (TargetState state : situation.facts().list(TargetState.class)) {
      situation.check().ifPresent(check -> steps(situation, state, check, conclusions));
      symptom(situation, state)
          .ifPresent(
              kind ->
                  conclusions.add(Symptoms.symptom(situation, kind, Vantage.CHECK_SOURCE), state));
      recovery(situation, state, conclusions);
    }
  }

  /** A steady state, which nothing from the check source contradicts. */
  private static void steps(
      Situation situation, TargetState state, HealthCheck check, Conclusions conclusions) {
    boolean contradicted =
        situation.facts().any(Symptom.class, symptom -> symptom.from() == Vantage.CHECK_SOURCE);
    boolean off =
        check.switchedOff()
            || situation.facts().any(ReasonGiven.class, r -> r.reason() == Reason.CHECK_OFF);
    if (state.state() == TargetHealth.HEALTHY && !state.flaps() && !contradicted && !off) {
      passed(check)
          .forEach(
              step -> conclusions.add(new StepPassed(step, Vantage.CHECK_SOURCE), state, check));
    }
  }

  private static Stream<Step> passed(HealthCheck check) {
    List<Step> answer =
        check.http() ? List.of(Step.REQUEST_ANSWERED, Step.STATUS_ACCEPTED) : List.of();
    return check.ping()
        ? Stream.of(Step.PING_ANSWERED)
        : check.method().overTcp()
            ? Stream.concat(Steps.HANDSHAKE.stream(), answer.stream())
            : Stream.empty();
  }

  /**
   * AWS: Target.ResponseCodeMismatch is a status; Target.Timeout may be the connection's or the
   * answer's, unless the check needs no answer, or a connection is known to come about.
   */
  private static Optional<SymptomKind> symptom(Situation situation, TargetState state) {
    String reason = state.reasonCode().orElse("");
    if (Answers.statusMismatch(reason)) {
      return Optional.of(SymptomKind.STATUS);
    }
    if (!reason.strip().equalsIgnoreCase("Target.Timeout") || situation.check().isEmpty()) {
      return Optional.empty();
    }
    boolean connects =
        situation
            .facts()
            .any(
                StepPassed.class,
                s -> s.step() == Step.REPLY_DELIVERED && s.from() == Vantage.CHECK_SOURCE);
    boolean handshakeOnly = situation.check().get().method() == CheckMethod.TCP;
    return handshakeOnly && !connects
        ? Optional.of(SymptomKind.TIMED_OUT)
        : connects && situation.check().get().http()
            ? Optional.of(SymptomKind.SLOW)
            : Optional.empty();
  }

  private static void recovery(Situation situation, TargetState state, Conclusions conclusions) {
    Optional<CheckWindows> windows = situation.facts().first(CheckWindows.class);
    if (state.repairedSeconds().isPresent() && windows.isPresent()) {
      int passed = state.repairedSeconds().get();
      int needed = windows.get().recoverSeconds();
      conclusions.add(
          new RecoveryWindow(passed, needed, passed < needed, windows.get().assumesDefaults()),
          state,
          windows.get());
    }
  }
}
