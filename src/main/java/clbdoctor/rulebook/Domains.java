package clbdoctor.rulebook;

import clbdoctor.fact.About;
import clbdoctor.rulebook.Constraint.Operand;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values that properties have by themselves, and those that a comparison leaves. */
final class Domains {
  private Domains() {}

  /** Every value that a property can have; nothing for types that are compared with variables. */
  static Optional<Domain> all(Class<?> factType, String property) {
    Class<?> type = Vocabulary.properties(factType).get(property);
    if (type == boolean.class) {
      return Optional.of(new Domain.Words(Set.of("true", "false"), false));
    }
    if (type.isEnum()) {
      return Optional.of(new Domain.Words(Vocabulary.constants(type), false));
    }
    if (type == String.class) {
      return Optional.of(new Domain.Words(Set.of(), true));
    }
    return type == int.class || type == long.class || type == double.class
        ? Optional.of(range(factType, property))
        : Optional.empty();
  }

  private static Domain range(Class<?> factType, String property) {
    Optional<About> about =
        Arrays.stream(factType.getRecordComponents())
            .filter(component -> component.getName().equals(property))
            .map((RecordComponent component) -> component.getAnnotation(About.class))
            .filter(found -> found != null)
            .findFirst();
    return new Domain.Numbers(
        about
            .map(About::min)
            .filter(min -> min != Long.MIN_VALUE)
            .map(Long::doubleValue)
            .orElse(-Double.MAX_VALUE),
        about
            .map(About::max)
            .filter(max -> max != Long.MAX_VALUE)
            .map(Long::doubleValue)
            .orElse(Double.MAX_VALUE),
        Set.of());
  }

  /**
   * What {@code property operator operands} leaves of all values.
   *
   * @param operands literals, no variables
   */
  static Domain left(Class<?> factType, String property, String operator, List<Operand> operands) {
    Domain all = all(factType, property).orElseThrow();
    if (all instanceof Domain.Numbers) {
      boolean whole = Vocabulary.properties(factType).get(property) != double.class;
      return all.and(numbers(operator, number(operands.get(0)), whole));
    }
    Set<String> words = new HashSet<>();
    operands.forEach(operand -> words.add(word(operand)));
    return all.and(new Domain.Words(words, operator.equals("!=")));
  }

  private static Domain numbers(String operator, double bound, boolean whole) {
    double lowest = -Double.MAX_VALUE;
    double highest = Double.MAX_VALUE;
    double above = whole ? Math.floor(bound) + 1 : Math.nextUp(bound);
    double below = whole ? Math.ceil(bound) - 1 : Math.nextDown(bound);
    return switch (operator) {
      case "<" -> new Domain.Numbers(lowest, below, Set.of());
      case "<=" -> new Domain.Numbers(lowest, bound, Set.of());
      case ">" -> new Domain.Numbers(above, highest, Set.of());
      case ">=" -> new Domain.Numbers(bound, highest, Set.of());
      case "!=" -> new Domain.Numbers(lowest, highest, Set.of(bound));
      default -> new Domain.Numbers(bound, bound, Set.of());
    };
  }

  private static double number(Operand operand) {
    return Double.parseDouble(operand.text());
  }

  private static String word(Operand operand) {
    if (operand instanceof Operand.Constant constant) {
      return constant.constant();
    }
    return operand instanceof Operand.Text text ? text.words() : operand.text();
  }
}
