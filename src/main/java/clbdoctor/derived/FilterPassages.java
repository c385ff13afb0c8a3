package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckPacket;
import clbdoctor.fact.FilterVerdict;
import clbdoctor.fact.FiltersPassed;
import clbdoctor.fact.OpenVerdict;
import clbdoctor.fact.Step;
import clbdoctor.fact.StepPassed;
import clbdoctor.fact.Subject;
import java.util.List;

/** Whether all packets of the check are known to pass the packet filters. */
final class FilterPassages {
  private FilterPassages() {}

  static void derive(Situation situation, Conclusions conclusions) {
    List<FilterVerdict> verdicts = situation.facts().list(FilterVerdict.class);
    if (verdicts.stream().noneMatch(FilterPassages::ofOtherPackets)) {
      for (StepPassed passed : situation.facts().list(StepPassed.class)) {
        if (passed.step() == Step.FIREWALL_PASSED) {
          conclusions.add(new FiltersPassed(true, passed.sentence()), passed);
        }
      }
    }
    List<FilterVerdict> computed = verdicts.stream().filter(FilterVerdict::computed).toList();
    if (situation.surveyed(Subject.FIREWALL_RULESETS)
        && !computed.isEmpty()
        && computed.stream().allMatch(FilterVerdict::allows)
        && !situation.facts().has(OpenVerdict.class)) {
      conclusions.add(
          new FiltersPassed(false, "the listed rules of every packet filter let the check through"),
          List.copyOf(computed));
    }
  }

  /** A connection says nothing of packets that a filter takes now and then, or of other kinds. */
  private static boolean ofOtherPackets(FilterVerdict verdict) {
    return verdict.sometimes() || verdict.packet() != CheckPacket.SYN;
  }
}
