package clbdoctor.rulebook;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Conclusion;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule that is well written may still get wrong. */
final class RuleLint {
  private final Rule rule;
  private final SourceLines lines;
  private final List<Clause> clauses;
  private final List<Problem> problems = new ArrayList<>();

  private RuleLint(ReadRule read, SourceLines lines) {
    this.rule = read.rule();
    this.lines = lines;
    this.clauses = Clause.of(read);
  }

  static List<Problem> of(ReadRule read, SourceLines lines) {
    RuleLint lint = new RuleLint(read, lines);
    lint.clauses.forEach(lint::possible);
    lint.demandsWhatItForbids();
    lint.bindings();
    lint.words();
    return lint.problems;
  }

  private void possible(Clause clause) {
    if (clause.impossible()) {
      problem(
          clause,
          Code.CANNOT_MATCH,
          "no "
              + clause.type().getSimpleName()
              + " can be so: the constraints of "
              + clause.text()
              + " exclude each other, or every value; write || where one of them is enough");
    }
  }

  private void demandsWhatItForbids() {
    for (Clause demanded : clauses) {
      for (Clause forbidden : clauses) {
        if (!demanded.negated()
            && forbidden.negated()
            && !demanded.impossible()
            && demanded.within(forbidden)) {
          problem(
              forbidden,
              Code.CANNOT_HOLD,
              "the rule can never hold: it demands "
                  + demanded.text()
                  + " on line "
                  + demanded.condition().line()
                  + " and forbids it by "
                  + forbidden.text()
                  + "; leave one of them out");
        }
      }
    }
  }

  /**
   * Weaker conclusions may rest on "not known to be so"; a proof may only where its author says
   * that he means no more.
   */
  private void absence(Clause clause, String words) {
    Set<Subject> lookedAt =
        clauses.stream()
            .filter(other -> !other.negated())
            .flatMap(other -> other.asksFor().stream())
            .collect(Collectors.toSet());
    if (clause.negated()
        && proof()
        && clause.type() != Surveyed.class
        && !words.matches(".*\\bknown\\b.*")
        && !clause.asksFor().isEmpty()
        && clause.asksFor().stream().noneMatch(lookedAt::contains)) {
      problem(
          clause,
          Code.ABSENCE_WITHOUT_LOOK,
          "\""
              + clause.text()
              + "\" also holds when nobody looked; write above it "
              + clause.asksFor().stream()
                  .sorted()
                  .map(subject -> "Surveyed( subject == Subject." + subject + " )")
                  .collect(Collectors.joining(" or "))
              + ", or say in its comment that it is not known to be so");
    }
  }

  private boolean proof() {
    return !(rule.conclusion() instanceof Conclusion.Cause cause)
        || cause.certainty() == Certainty.CONFIRMED;
  }

  private void bindings() {
    Set<String> used =
        clauses.stream().flatMap(clause -> clause.uses().stream()).collect(Collectors.toSet());
    for (Clause clause : clauses) {
      for (String variable : clause.binds()) {
        if (!used.contains(variable)) {
          int line = clause.condition().line();
          problems.add(
              new Problem(
                  rule.file(),
                  line,
                  lines.column(line, variable),
                  "nothing uses " + variable + "; leave \"" + variable + " :\" out",
                  Code.UNUSED_BINDING));
        }
      }
    }
  }

  /** Words stand above a condition, or above the block of lines that it belongs to. */
  private void words() {
    String words = "";
    int end = 0;
    for (Clause clause : clauses) {
      int line = clause.condition().line();
      String own = clause.condition().comment();
      words = line <= end + 1 && own.isEmpty() ? words : own;
      end = lines.endOfPattern(line);
      absence(clause, words);
      if (words.isEmpty()) {
        problem(
            clause,
            Code.NO_COMMENT,
            "no words stand above " + clause.text() + "; write a line // that says it plainly");
      }
    }
  }

  private void problem(Clause clause, Code code, String message) {
    int line = clause.condition().line();
    problems.add(new Problem(rule.file(), line, lines.column(line, ""), message, code));
  }
}
