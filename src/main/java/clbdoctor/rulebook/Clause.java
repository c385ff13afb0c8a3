package clbdoctor.rulebook;

import clbdoctor.diagnosis.Rule.Condition;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Bound;
import clbdoctor.rulebook.Constraint.Operand.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One condition of an accepted rule, as sets of facts that can be compared with those of another.
 *
 * @param boxes the facts it is about; none when its constraints contradict each other
 * @param asksFor what must have been looked at for such a fact to be there; more than one when any
 *     of them may give it
 * @param binds the variables it binds
 * @param uses the variables it compares with
 */
record Clause(
    Condition condition,
    Class<?> type,
    List<Box> boxes,
    Set<Subject> asksFor,
    List<String> binds,
    Set<String> uses) {

  /** The clauses of a rule's {@code when} part. */
  static List<Clause> of(ReadRule read) {
    List<Clause> clauses = new ArrayList<>();
    Map<String, String> origins = new HashMap<>();
    for (int i = 0; i < read.patterns().size(); i++) {
      clauses.add(of(read.rule().conditions().get(i), read.patterns().get(i), origins));
    }
    return clauses;
  }

  private static Clause of(Condition condition, RulePattern pattern, Map<String, String> origins) {
    Class<?> type = Vocabulary.factType(pattern.factType()).orElseThrow();
    List<String> binds = new ArrayList<>();
    pattern.variable().ifPresent(name -> bind(name, condition.text(), binds, origins));
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Bound bound) {
        bind(bound.variable(), condition.text() + " " + bound.property(), binds, origins);
      }
    }
    return new Clause(
        condition,
        type,
        Box.of(type, pattern.constraints(), origins),
        AsksFor.of(type, pattern.constants(), false),
        binds,
        uses(pattern));
  }

  private static void bind(
      String name, String origin, List<String> binds, Map<String, String> origins) {
    binds.add(name);
    origins.put(name, origin);
  }

  private static Set<String> uses(RulePattern pattern) {
    return pattern.constraints().stream()
        .filter(Any.class::isInstance)
        .flatMap(any -> ((Any) any).comparisons().stream())
        .flatMap(comparison -> comparison.operands().stream())
        .filter(Variable.class::isInstance)
        .map(operand -> ((Variable) operand).name())
        .collect(Collectors.toSet());
  }

  boolean negated() {
    return condition.negated();
  }

  /** The condition as its author wrote it. */
  String text() {
    return condition.text();
  }

  /** Whether it can never be met by any fact. */
  boolean impossible() {
    return boxes.isEmpty();
  }

  /** Whether every fact that it is about is one that the other is about. */
  boolean within(Clause wider) {
    if (wider.type == Surveyed.class && type != Surveyed.class) {
      return asksFor.size() == 1 && asksFor.equals(wider.asksFor);
    }
    return type == wider.type
        && boxes.stream().allMatch(box -> wider.boxes.stream().anyMatch(box::within));
  }
}
