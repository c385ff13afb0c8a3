package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Bound;
import clbdoctor.rulebook.Constraint.Operand.Variable;
import clbdoctor.rulebook.RulePattern.Quantifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where variables are bound and used. */
final class Bindings {
  private Bindings() {}

  /** Whether every variable is bound in its own pattern or in a plain one above it. */
  static boolean closed(List<RulePattern> patterns) {
    Set<String> bound = new HashSet<>();
    for (RulePattern pattern : patterns) {
      Set<String> visible = new HashSet<>(bound);
      pattern.variable().ifPresent(visible::add);
      for (Constraint constraint : pattern.constraints()) {
        if (constraint instanceof Bound one) {
          visible.add(one.variable());
        } else if (!visible.containsAll(used((Any) constraint))) {
          return false;
        }
      }
      if (pattern.quantifier() == Quantifier.PLAIN) {
        bound.addAll(visible);
      }
    }
    return true;
  }

  private static Set<String> used(Any constraint) {
    return constraint.comparisons().stream()
        .flatMap(comparison -> comparison.operands().stream())
        .filter(Variable.class::isInstance)
        .map(operand -> ((Variable) operand).name())
        .collect(Collectors.toSet());
  }
}
