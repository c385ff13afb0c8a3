package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Operand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pattern of a rule after every check. The engine gets what is put together from here, never an
 * author's own text.
 *
 * @param factType simple name of the fact it is about
 * @param variable {@code $service} in {@code $service : Service( … )}
 */
record RulePattern(
    Quantifier quantifier,
    String factType,
    Optional<String> variable,
    List<Constraint> constraints) {

  enum Quantifier {
    PLAIN,
    NOT,
    EXISTS
  }

  RulePattern {
    constraints = List.copyOf(constraints);
  }

  /** The enum constants it is compared with, as {@code Enum.CONSTANT}. */
  Set<String> constants() {
    return constraints.stream()
        .filter(Any.class::isInstance)
        .flatMap(constraint -> ((Any) constraint).comparisons().stream())
        .flatMap(comparison -> comparison.operands().stream())
        .filter(Operand.Constant.class::isInstance)
        .map(Operand::text)
        .collect(Collectors.toSet());
  }

  /** The same facts, asked for instead of forbidden. */
  RulePattern plain() {
    return new RulePattern(Quantifier.PLAIN, factType, variable, constraints);
  }
}
