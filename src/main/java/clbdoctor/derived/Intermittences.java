package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Capture;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Intermittence;
import clbdoctor.fact.Probe;
import clbdoctor.fact.TargetState;
import clbdoctor.fact.Vantage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether the check fails only at times. */
final class Intermittences {
  private Intermittences() {}

  static void derive(Situation situation, Conclusions conclusions) {
    for (TargetState state : situation.facts().list(TargetState.class)) {
      if (state.flaps()) {
        conclusions.add(new Intermittence(true), state);
      }
    }
    attempts(situation, conclusions);
  }

  /** A connection of the check that comes about, and one that does not. */
  private static void attempts(Situation situation, Conclusions conclusions) {
    List<Fact> made = new ArrayList<>();
    List<Fact> lost = new ArrayList<>();
    situation.probes().stream()
        .filter(probe -> probe.from() == Vantage.CHECK_SOURCE)
        .filter(probe -> probe.connected() || lost(probe))
        .forEach(probe -> (probe.connected() ? made : lost).add(probe));
    for (Capture capture : situation.facts().list(Capture.class)) {
      (capture.connected() ? made : lost).add(capture);
    }
    if (!made.isEmpty() && !lost.isEmpty()) {
      conclusions.add(
          new Intermittence(false), Stream.concat(made.stream(), lost.stream()).toList());
    }
  }

  private static boolean lost(Probe probe) {
    return switch (probe.outcome()) {
      case TIMED_OUT, REFUSED, PROHIBITED, UNREACHABLE -> true;
      default -> false;
    };
  }
}
