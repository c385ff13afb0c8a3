package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Intermittence;
import clbdoctor.fact.Probe;
import clbdoctor.fact.TargetState;
import clbdoctor.fact.Vantage;
import java.util.List;

/** Whether the check fails only at times. */
final class Intermittences {
  private Intermittences() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(TargetState.class)
        .filter(TargetState::flaps)
        .forEach(state -> conclusions.add(new Intermittence(true), state));
    List<Probe> connections =
        situation
            .facts()
            .of(Probe.class)
            .filter(probe -> probe.from() == Vantage.CHECK_SOURCE)
            .filter(probe -> Answers.concernsCheckedPort(situation, probe))
            .filter(probe -> probe.connected() || lost(probe))
            .toList();
    if (connections.stream().anyMatch(Probe::connected)
        && connections.stream().anyMatch(Intermittences::lost)) {
      conclusions.add(new Intermittence(false), List.copyOf(connections));
    }
  }

  private static boolean lost(Probe probe) {
    return switch (probe.outcome()) {
      case TIMED_OUT, REFUSED, PROHIBITED, UNREACHABLE -> true;
      default -> false;
    };
  }
}
