package clbdoctor.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The other forms of a constraint that passed every check: negated, bound moved, neighbours. */
final class ConstraintMutations {
  private static final String OUTSIDE_QUOTES = "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
  private static final Pattern ALTERNATIVES = Pattern.compile("\\s*\\|\\|\\s*" + OUTSIDE_QUOTES);
  private static final Pattern OPERANDS = Pattern.compile("\\s*,\\s*" + OUTSIDE_QUOTES);
  private static final Pattern COMPARISON =
      Pattern.compile("(\\w+)\\s*(==|!=|<=|>=|<|>)\\s*(.+)", Pattern.DOTALL);
  private static final Pattern MEMBERSHIP =
      Pattern.compile("(\\w+)\\s+in\\s*\\(\\s*(.+?)\\s*\\)", Pattern.DOTALL);
  private static final Pattern CONSTANT = Pattern.compile("([A-Z]\\w*)\\.([A-Z]\\w*)");
  private static final Map<String, String> OPPOSITE =
      Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
  private static final Map<String, String> MOVED =
      Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");

  private ConstraintMutations() {}

  /** The other forms of {@code text}; none for a binding. */
  static List<String> of(String text) {
    if (text.startsWith("$")) {
      return List.of();
    }
    List<String> alternatives = List.of(ALTERNATIVES.split(text.strip()));
    List<String> forms = new ArrayList<>();
    forms.add(alternatives.size() == 1 ? negated(text.strip()) : "!( " + text.strip() + " )");
    for (int i = 0; i < alternatives.size(); i++) {
      if (alternatives.size() > 1) {
        forms.add(String.join(" || ", without(alternatives, i)));
      }
      for (String form : moved(alternatives.get(i))) {
        forms.add(String.join(" || ", replaced(alternatives, i, form)));
      }
    }
    return forms;
  }

  private static String negated(String comparison) {
    Matcher compared = COMPARISON.matcher(comparison);
    if (comparison.startsWith("!")) {
      return comparison.substring(1).strip();
    }
    if (MEMBERSHIP.matcher(comparison).matches()) {
      return comparison.replaceFirst("\\s+in\\b", " not in");
    }
    return compared.matches()
        ? compared.group(1) + " " + OPPOSITE.get(compared.group(2)) + " " + compared.group(3)
        : "! " + comparison;
  }

  private static List<String> moved(String comparison) {
    Matcher membership = MEMBERSHIP.matcher(comparison);
    if (membership.matches()) {
      return membersMoved(membership.group(1), List.of(OPERANDS.split(membership.group(2))));
    }
    Matcher compared = COMPARISON.matcher(comparison);
    if (!compared.matches()) {
      return List.of();
    }
    String property = compared.group(1);
    String operator = compared.group(2);
    String operand = compared.group(3).strip();
    return MOVED.containsKey(operator)
        ? List.of(property + " " + MOVED.get(operator) + " " + operand)
        : neighbour(operand, List.of(operand)).stream()
            .map(other -> property + " " + operator + " " + other)
            .toList();
  }

  private static List<String> membersMoved(String property, List<String> operands) {
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      if (operands.size() > 1) {
        lists.add(without(operands, i));
      }
      int index = i;
      neighbour(operands.get(i), operands)
          .ifPresent(other -> lists.add(replaced(operands, index, other)));
    }
    return lists.stream()
        .map(list -> property + " in ( " + String.join(", ", list) + " )")
        .toList();
  }

  /** The next constant of the enum, number or text that is not among {@code taken}. */
  private static Optional<String> neighbour(String operand, List<String> taken) {
    Matcher constant = CONSTANT.matcher(operand);
    if (constant.matches()) {
      List<String> all =
          Vocabulary.enumType(constant.group(1)).stream()
              .flatMap(type -> Arrays.stream(type.getEnumConstants()))
              .map(one -> constant.group(1) + "." + ((Enum<?>) one).name())
              .toList();
      int at = all.indexOf(operand);
      return Stream.concat(all.stream().skip(at + 1L), all.stream().limit(at))
          .filter(other -> !taken.contains(other))
          .findFirst();
    }
    if (operand.matches("-?[0-9]+")) {
      return Optional.of(String.valueOf(Long.parseLong(operand) + 1));
    }
    return operand.startsWith("\"")
        ? Optional.of("\"other than " + operand.substring(1))
        : Optional.empty();
  }

  private static List<String> without(List<String> all, int index) {
    List<String> others = new ArrayList<>(all);
    others.remove(index);
    return others;
  }

  private static List<String> replaced(List<String> all, int index, String other) {
    return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
        .map(i -> i == index ? other : all.get(i))
        .collect(Collectors.toList());
  }
}
