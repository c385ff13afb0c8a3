package clbdoctor.rulebook;

import clbdoctor.fact.Fact;
import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Comparison;
import clbdoctor.rulebook.Constraint.Operand;
import clbdoctor.rulebook.RulePattern.Quantifier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which rules may hold for the facts of a report: those whose every pattern, joins apart, is met by
 * some fact. One report concerns few causes, and compiling all rules takes longer than everything
 * else together. A rule that holds is never left out; whether one holds, the engine decides.
 */
final class Relevance {
  private final Map<String, List<Fact>> byType;
  private final Map<Class<?>, Map<String, Method>> properties = new HashMap<>();

  private Relevance(Collection<Fact> facts) {
    this.byType =
        facts.stream().collect(Collectors.groupingBy(fact -> fact.getClass().getSimpleName()));
  }

  static List<ReadRule> of(List<ReadRule> rules, Collection<Fact> facts) {
    Relevance relevance = new Relevance(facts);
    return rules.stream()
        .filter(rule -> rule.patterns().stream().allMatch(relevance::mayBeMet))
        .toList();
  }

  private boolean mayBeMet(RulePattern pattern) {
    return pattern.quantifier() == Quantifier.NOT
        || byType.getOrDefault(pattern.factType(), List.of()).stream()
            .anyMatch(fact -> pattern.constraints().stream().allMatch(c -> mayHold(c, fact)));
  }

  private boolean mayHold(Constraint constraint, Fact fact) {
    return !(constraint instanceof Any any)
        || any.comparisons().stream().anyMatch(comparison -> mayHold(comparison, fact));
  }

  private boolean mayHold(Comparison comparison, Fact fact) {
    Object value = value(fact, comparison.property());
    if (comparison.alone()) {
      return comparison.operator().isPresent() != (Boolean) value;
    }
    return comparison.operands().stream()
        .anyMatch(operand -> mayHold(value, comparison.operator().get(), operand));
  }

  private static boolean mayHold(Object value, String operator, Operand operand) {
    if (operand instanceof Operand.Variable) {
      return true;
    }
    if (operand instanceof Operand.Number number) {
      return ordered(
          Double.compare(((Number) value).doubleValue(), Double.parseDouble(number.digits())),
          operator);
    }
    boolean equal = same(value, operand);
    return operator.equals("!=") ? !equal : equal;
  }

  private static boolean same(Object value, Operand operand) {
    return operand instanceof Operand.Constant constant
        ? ((Enum<?>) value).name().equals(constant.constant())
        : operand instanceof Operand.Truth truth
            ? value.equals(truth.value())
            : value.equals(((Operand.Text) operand).words());
  }

  private static boolean ordered(int order, String operator) {
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "!=" -> order != 0;
      default -> order == 0;
    };
  }

  private Object value(Fact fact, String property) {
    try {
      return properties
          .computeIfAbsent(fact.getClass(), type -> new HashMap<>())
          .computeIfAbsent(property, name -> method(fact.getClass(), name))
          .invoke(fact);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + property + " of " + fact, e);
    }
  }

  private static Method method(Class<?> type, String property) {
    try {
      return type.getMethod(property);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a checked rule names " + property + " of " + type, e);
    }
  }
}
