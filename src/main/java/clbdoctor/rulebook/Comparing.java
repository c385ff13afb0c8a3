package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Comparison;
import clbdoctor.rulebook.Constraint.Operand;
import clbdoctor.rulebook.Constraint.Operand.Variable;
import java.util.List;
import java.util.function.Function;

/**
 * A comparison of a rule at work: its property found, its operands made values.
 *
 * @param values of which one must fit
 */
record Comparing(Property property, String operator, List<Value> values) {

  /**
   * The comparisons of a constraint, of which one must hold.
   *
   * @param variables what variables stand for
   */
  static List<Comparing> of(Class<?> factType, Any any, Function<Variable, Value> variables) {
    return any.comparisons().stream().map(c -> of(factType, c, variables)).toList();
  }

  private static Comparing of(
      Class<?> factType, Comparison comparison, Function<Variable, Value> variables) {
    Property property = Property.of(factType, comparison.property());
    if (comparison.alone()) {
      return new Comparing(
          property, "==", List.of(new Value.Fixed(comparison.operator().isEmpty())));
    }
    return new Comparing(
        property,
        comparison.operator().get().replace("in", "=="),
        comparison.operands().stream()
            .map(operand -> value(property.type(), operand, variables))
            .toList());
  }

  private static Value value(Class<?> type, Operand operand, Function<Variable, Value> variables) {
    return operand instanceof Variable variable
        ? variables.apply(variable)
        : Value.literal(type, operand);
  }

  // Written out for the sake of a quick start, as in IpAddress.
  @Override
  public boolean equals(Object other) {
    return other instanceof Comparing comparing
        && property == comparing.property
        && operator.equals(comparing.operator)
        && values.equals(comparing.values);
  }

  @Override
  public int hashCode() {
    return operator.hashCode() * 31 + values.hashCode();
  }

  /** Whether it holds for a fact, beside those that the patterns above have matched. */
  boolean holds(Object fact, Object... matched) {
    Object left = property.in(fact);
    for (Value value : values) {
      if (holds(left, value.of(fact, matched))) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(Object left, Object right) {
    if (right instanceof Value.Anything) {
      return true;
    }
    if (left instanceof Number number && right instanceof Number other) {
      return ordered(Double.compare(number.doubleValue(), other.doubleValue()));
    }
    return operator.equals("!=") != left.equals(right);
  }

  private boolean ordered(int order) {
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "!=" -> order != 0;
      default -> order == 0;
    };
  }
}
