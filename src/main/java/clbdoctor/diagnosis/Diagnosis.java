package clbdoctor.diagnosis;

import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.FailedLook;
import clbdoctor.fact.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answer to one report.
 *
 * @param report the report's name
 * @param causes in rank order: certainty first, then the way of the check
 * @param ruledOut causes that the facts speak against
 * @param notExamined causes that nobody's facts decide, with what would
 * @param nextFacts what to look at next, most telling for its cost first
 * @param fixes in the order to apply
 */
public record Diagnosis(
    String report,
    Verdict verdict,
    List<NamedCause> causes,
    List<Excluded> ruledOut,
    List<NotExamined> notExamined,
    List<NextFact> nextFacts,
    List<PlannedFix> fixes,
    Optional<CheckWindows> windows) {

  /** The diagnosis in one word. */
  public enum Verdict {
    CAUSE_FOUND,
    NOTHING_WRONG,
    INCONCLUSIVE
  }

  /** Why the engine says so: one rule, and the facts that matched it, as facts and in words. */
  public record Proof(Firing firing, List<Evidence> evidence) {
    public Rule rule() {
      return firing.rule();
    }

    /** Two proofs that read the same are one. */
    String text() {
      return rule().name()
          + "; "
          + evidence.stream().map(Evidence::text).collect(Collectors.joining("; "));
    }
  }

  /**
   * A cause that the facts speak for.
   *
   * @param proofs the firings at its certainty
   * @param against proofs that speak against it; then the observations contradict each other
   */
  public record NamedCause(
      CausePage page, Certainty certainty, List<Proof> proofs, List<Proof> against) {}

  /** A cause that the facts speak against. */
  public record Excluded(CausePage page, Proof because) {}

  /**
   * A cause that can be neither named nor ruled out.
   *
   * @param missing the parts nobody looked at
   * @param failures looks at these parts that showed nothing, or not all
   * @param leftOpen what was listed of these parts, and does not decide
   */
  public record NotExamined(
      CausePage page, Set<Subject> missing, List<FailedLook> failures, List<Evidence> leftOpen) {}

  /**
   * A part of the situation to look at.
   *
   * @param commands that show it
   * @param bits how much the look tells about the open causes
   * @param answers what it may show, and what that would mean
   */
  public record NextFact(
      Observation observation, List<String> commands, double bits, List<Answer> answers) {}

  /** What a look may show, in the words of a rule, and the cause it speaks for. */
  public record Answer(String causeId, String when) {}

  /** A fix with the values of this server filled in. */
  public record PlannedFix(Fix fix, List<String> causes, List<Fix.Way> ways) {}
}
