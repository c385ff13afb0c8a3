package clbdoctor.rulebook;

import static clbdoctor.rulebook.ConstraintMutations.replaced;
import static clbdoctor.rulebook.ConstraintMutations.without;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Conclusion;
import clbdoctor.diagnosis.Rule;
import clbdoctor.rulebook.Constraint.Bound;
import clbdoctor.rulebook.RulePattern.Quantifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every small change to a rule: a condition or constraint left out, {@code not} and {@code exists}
 * exchanged, a constraint in another form, the conclusion in another certainty. A change after
 * which a variable would be bound nowhere is none.
 */
final class Mutations {

  /** A mutant, and the patterns that the engine runs for it. */
  record Mutated(Mutant mutant, List<RulePattern> patterns) {}

  private final Rule rule;
  private final List<RulePattern> patterns;
  private final List<Mutated> found = new ArrayList<>();

  private Mutations(ReadRule read) {
    this.rule = read.rule();
    this.patterns = read.patterns();
  }

  static List<Mutated> of(ReadRule rule) {
    Mutations mutations = new Mutations(rule);
    for (int i = 0; i < mutations.patterns.size(); i++) {
      mutations.pattern(i);
    }
    mutations.conclusion();
    return mutations.found;
  }

  private void pattern(int index) {
    RulePattern pattern = patterns.get(index);
    Quantifier opposite =
        pattern.quantifier() == Quantifier.NOT ? Quantifier.EXISTS : Quantifier.NOT;
    add(index, "gone", without(patterns, index));
    add(
        index,
        "with \"" + opposite.name().toLowerCase(java.util.Locale.ROOT) + "\"",
        replaced(
            patterns,
            index,
            new RulePattern(
                opposite, pattern.factType(), pattern.variable(), pattern.constraints())));
    for (int i = 0; i < pattern.constraints().size(); i++) {
      constraint(index, i);
    }
  }

  private void constraint(int patternIndex, int index) {
    List<Constraint> all = patterns.get(patternIndex).constraints();
    Constraint constraint = all.get(index);
    if (constraint instanceof Bound) {
      return;
    }
    add(patternIndex, "without \"" + constraint.text() + "\"", patternIndex, without(all, index));
    for (List<Constraint> form : ConstraintMutations.of(constraint)) {
      List<Constraint> changed = new ArrayList<>(without(all, index));
      changed.addAll(index, form);
      String words = form.stream().map(Constraint::text).collect(Collectors.joining(", "));
      add(
          patternIndex,
          "\"" + constraint.text() + "\" becomes \"" + words + "\"",
          patternIndex,
          changed);
    }
  }

  private void add(int line, String change, int patternIndex, List<Constraint> constraints) {
    RulePattern pattern = patterns.get(patternIndex);
    RulePattern changed =
        new RulePattern(pattern.quantifier(), pattern.factType(), pattern.variable(), constraints);
    add(line, change, replaced(patterns, patternIndex, changed));
  }

  private void add(int patternIndex, String change, List<RulePattern> changed) {
    if (Bindings.closed(changed)) {
      Rule.Condition condition = rule.conditions().get(patternIndex);
      found.add(
          new Mutated(
              new Mutant(
                  rule, condition.line(), condition.text() + ": " + change, Optional.of(rule)),
              changed));
    }
  }

  private void conclusion() {
    if (rule.conclusion() instanceof Conclusion.Cause cause) {
      Arrays.stream(Certainty.values())
          .filter(other -> Math.abs(other.ordinal() - cause.certainty().ordinal()) == 1)
          .forEach(
              other ->
                  addConclusion(
                      cause.certainty() + " becomes " + other,
                      Optional.of(concluding(new Conclusion.Cause(cause.causeId(), other)))));
    } else {
      addConclusion("without the rule", Optional.empty());
    }
  }

  private void addConclusion(String change, Optional<Rule> changed) {
    found.add(new Mutated(new Mutant(rule, rule.line(), change, changed), patterns));
  }

  private Rule concluding(Conclusion other) {
    return new Rule(
        rule.name(), rule.file(), rule.line(), rule.document(), rule.conditions(), other);
  }
}
