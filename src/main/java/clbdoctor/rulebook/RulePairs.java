package clbdoctor.rulebook;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Conclusion;
import clbdoctor.diagnosis.Rule;
import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What two rules about one cause do to each other. */
final class RulePairs {

  private record Read(Rule rule, List<Clause> clauses) {

    /** Whether the other rule holds wherever this one holds. */
    boolean within(Read wider) {
      return wider.clauses.stream()
          .allMatch(asked -> clauses.stream().anyMatch(clause -> guarantees(clause, asked)));
    }

    private static boolean guarantees(Clause clause, Clause asked) {
      return clause.negated() == asked.negated()
          && (asked.negated() ? asked.within(clause) : clause.within(asked));
    }
  }

  private RulePairs() {}

  /**
   * Problems of pairs among these rules; rules that can never hold are left out, since they imply
   * everything.
   */
  static List<Problem> of(List<ReadRule> all) {
    List<Read> rules =
        all.stream()
            .map(read -> new Read(read.rule(), Clause.of(read)))
            .filter(read -> read.clauses().stream().noneMatch(Clause::impossible))
            .toList();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      for (int j = i + 1; j < rules.size(); j++) {
        Read one = rules.get(i);
        Read other = rules.get(j);
        if (causeId(one).equals(causeId(other))) {
          pair(one, other).ifPresent(problems::add);
        }
      }
    }
    return problems;
  }

  private static Optional<Problem> pair(Read earlier, Read later) {
    boolean forward = earlier.within(later);
    boolean backward = later.within(earlier);
    if (!forward && !backward) {
      return Optional.empty();
    }
    if (ruledOut(earlier) != ruledOut(later)) {
      Read excludes = ruledOut(earlier) ? earlier : later;
      Read concludes = ruledOut(earlier) ? later : earlier;
      return contradiction(concludes, excludes);
    }
    if (forward && backward && rank(earlier) == rank(later)) {
      return Optional.of(
          problem(
              later,
              Code.DUPLICATE_RULE,
              "it says the same as \"" + named(earlier) + "; leave one of them out"));
    }
    Read narrow = forward && (!backward || rank(earlier) > rank(later)) ? earlier : later;
    Read wide = narrow == earlier ? later : earlier;
    return rank(wide) <= rank(narrow)
        ? Optional.of(
            problem(
                narrow,
                Code.SHADOWED_RULE,
                "wherever it holds, \""
                    + named(wide)
                    + " holds too and concludes at least as much; leave it out, or ask for less"))
        : Optional.empty();
  }

  /** A narrower exclusion of a weak conclusion is an exception, and meant. */
  private static Optional<Problem> contradiction(Read concludes, Read excludes) {
    boolean always = concludes.within(excludes);
    if (!always && rank(concludes) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        problem(
            always ? concludes : excludes,
            Code.CONTRADICTING_RULES,
            "wherever it holds, \""
                + named(always ? excludes : concludes)
                + " holds too and says the opposite; add to one of them what tells them apart"));
  }

  private static Problem problem(Read read, Code code, String message) {
    return new Problem(read.rule().file(), read.rule().line(), 1, message, code);
  }

  private static String named(Read read) {
    return read.rule().name() + "\" (line " + read.rule().line() + ")";
  }

  private static String causeId(Read read) {
    return read.rule().conclusion().causeId();
  }

  private static boolean ruledOut(Read read) {
    return read.rule().conclusion() instanceof Conclusion.RuledOut;
  }

  /** The most certain first; all exclusions are equal. */
  private static int rank(Read read) {
    return read.rule().conclusion() instanceof Conclusion.Cause cause
        ? cause.certainty().ordinal()
        : Certainty.CONFIRMED.ordinal();
  }
}
