package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Comparison;
import clbdoctor.rulebook.Constraint.Operand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The other forms of a constraint: negated, without one of its alternatives, its bound moved, its
 * constant exchanged for the next one of the enum. A form is a list of constraints that must all
 * hold.
 */
final class ConstraintMutations {
  private static final Map<String, String> OPPOSITE =
      Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
  private static final Map<String, String> MOVED =
      Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");

  private ConstraintMutations() {}

  static List<List<Constraint>> of(Constraint constraint) {
    if (!(constraint instanceof Any any)) {
      return List.of();
    }
    List<Comparison> all = any.comparisons();
    List<List<Constraint>> forms = new ArrayList<>();
    forms.add(all.stream().flatMap(one -> negated(one).stream()).toList());
    for (int i = 0; i < all.size(); i++) {
      if (all.size() > 1) {
        forms.add(List.of(new Any(without(all, i))));
      }
      for (Comparison form : moved(all.get(i))) {
        forms.add(List.of(new Any(replaced(all, i, form))));
      }
    }
    return forms;
  }

  private static List<Constraint> negated(Comparison comparison) {
    if (comparison.alone()) {
      Optional<String> not = comparison.operator().isEmpty() ? Optional.of("!") : Optional.empty();
      return List.of(one(new Comparison(comparison.property(), not, List.of())));
    }
    String operator = comparison.operator().get();
    if (operator.equals("in")) {
      return comparison.operands().stream()
          .map(operand -> one(with(comparison, "!=", List.of(operand))))
          .toList();
    }
    return List.of(one(with(comparison, OPPOSITE.get(operator), comparison.operands())));
  }

  private static List<Comparison> moved(Comparison comparison) {
    String operator = comparison.operator().orElse("");
    List<Operand> operands = comparison.operands();
    if (MOVED.containsKey(operator)) {
      return List.of(with(comparison, MOVED.get(operator), operands));
    }
    List<Comparison> forms = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      if (operands.size() > 1) {
        forms.add(with(comparison, operator, without(operands, i)));
      }
      int index = i;
      neighbour(operands.get(i), operands)
          .map(other -> with(comparison, operator, replaced(operands, index, other)))
          .ifPresent(forms::add);
    }
    return forms;
  }

  /** The next constant, number or text that is not among {@code taken}. */
  private static Optional<Operand> neighbour(Operand operand, List<Operand> taken) {
    if (operand instanceof Operand.Constant constant) {
      List<Operand> all =
          Arrays.stream(Vocabulary.enumType(constant.enumName()).get().getEnumConstants())
              .map(
                  one ->
                      (Operand) new Operand.Constant(constant.enumName(), ((Enum<?>) one).name()))
              .toList();
      int at = all.indexOf(operand);
      return Stream.concat(all.stream().skip(at + 1L), all.stream().limit(at))
          .filter(other -> !taken.contains(other))
          .findFirst();
    }
    if (operand instanceof Operand.Number number && number.digits().matches("-?[0-9]+")) {
      return Optional.of(new Operand.Number(String.valueOf(Long.parseLong(number.digits()) + 1)));
    }
    return operand instanceof Operand.Text text
        ? Optional.of(new Operand.Text("other than " + text.words()))
        : Optional.empty();
  }

  private static Constraint one(Comparison comparison) {
    return new Any(List.of(comparison));
  }

  private static Comparison with(Comparison comparison, String operator, List<Operand> operands) {
    return new Comparison(comparison.property(), Optional.of(operator), operands);
  }

  static <T> List<T> without(List<T> all, int index) {
    List<T> others = new ArrayList<>(all);
    others.remove(index);
    return others;
  }

  static <T> List<T> replaced(List<T> all, int index, T other) {
    List<T> changed = new ArrayList<>(all);
    changed.set(index, other);
    return changed;
  }
}
