package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Operand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * A pattern of a rule after every check. The engine compiles what is written again from here, never
 * an author's own text.
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

  /** The same pattern for the engine. */
  BaseDescr description() {
    PatternDescr pattern = new PatternDescr(factType);
    variable.ifPresent(pattern::setIdentifier);
    constraints.forEach(
        constraint -> pattern.addConstraint(new ExprConstraintDescr(constraint.text())));
    return switch (quantifier) {
      case PLAIN -> pattern;
      case NOT -> new NotDescr(pattern);
      case EXISTS -> {
        ExistsDescr exists = new ExistsDescr();
        exists.addDescr(pattern);
        yield exists;
      }
    };
  }
}
