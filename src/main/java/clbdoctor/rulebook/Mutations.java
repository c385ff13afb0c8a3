package clbdoctor.rulebook;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Conclusion;
import clbdoctor.diagnosis.Rule;
import clbdoctor.rulebook.RuleShape.Condition;
import clbdoctor.rulebook.RuleShape.Constraint;
import clbdoctor.rulebook.RuleShape.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every small change to a rule: a condition or constraint left out, {@code not} and {@code exists}
 * exchanged, a constraint in another form, the conclusion in another certainty. A change after
 * which a variable would be bound nowhere is none.
 */
final class Mutations {

  /** A mutant and the rule that the engine runs for it; the rule itself for another conclusion. */
  record Mutated(Mutant mutant, RuleShape shape) {}

  private final RuleShape shape;
  private final List<Mutated> found = new ArrayList<>();

  private Mutations(RuleShape shape) {
    this.shape = shape;
  }

  static List<Mutated> of(RuleShape shape) {
    Mutations mutations = new Mutations(shape);
    for (int i = 0; i < shape.conditions().size(); i++) {
      mutations.condition(i);
    }
    mutations.conclusion();
    return mutations.found;
  }

  private void condition(int index) {
    Condition condition = shape.conditions().get(index);
    add(condition.line(), "without: " + condition.text(), shape.without(index));
    Condition opposite = condition.as(condition.kind() == Kind.NOT ? Kind.EXISTS : Kind.NOT);
    add(
        condition.line(),
        condition.text() + " becomes " + opposite.text(),
        shape.with(index, opposite));
    for (int i = 0; i < condition.constraints().size(); i++) {
      constraint(index, i);
    }
  }

  private void constraint(int conditionIndex, int index) {
    Condition condition = shape.conditions().get(conditionIndex);
    Constraint constraint = condition.constraints().get(index);
    List<Constraint> others = new ArrayList<>(condition.constraints());
    others.remove(index);
    if (!constraint.text().startsWith("$")) {
      add(
          constraint.line(),
          condition.text() + ": without " + constraint.text(),
          shape.with(conditionIndex, condition.with(others)));
    }
    for (String form : ConstraintMutations.of(constraint.text())) {
      List<Constraint> changed = new ArrayList<>(condition.constraints());
      changed.set(index, new Constraint(form, constraint.line()));
      add(
          constraint.line(),
          condition.text() + ": " + constraint.text() + " becomes " + form,
          shape.with(conditionIndex, condition.with(changed)));
    }
  }

  private void add(int line, String change, RuleShape changed) {
    if (changed.closed()) {
      found.add(
          new Mutated(new Mutant(shape.rule(), line, change, Optional.of(shape.rule())), changed));
    }
  }

  private void conclusion() {
    Rule rule = shape.rule();
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
    found.add(new Mutated(new Mutant(shape.rule(), shape.rule().line(), change, changed), shape));
  }

  private Rule concluding(Conclusion other) {
    Rule rule = shape.rule();
    return new Rule(
        rule.name(), rule.file(), rule.line(), rule.document(), rule.conditions(), other);
  }
}
