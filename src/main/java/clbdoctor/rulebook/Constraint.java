package clbdoctor.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One constraint of a pattern, in the small language that rules are written in:
 *
 * <pre>
 * constraint  = [ $name ":" ] property
 *             | comparison { "||" comparison }
 * comparison  = [ "!" ] property
 *             | property ( "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) operand
 *             | property "in" "(" operand { "," operand } ")"
 * operand     = number | "text" | true | false | Enum.CONSTANT | $name | $name.property
 * </pre>
 */
sealed interface Constraint {

  /** The constraint as it is written in a rule, spaces apart. */
  String text();

  /** {@code $port : port}. */
  record Bound(String variable, String property) implements Constraint {
    @Override
    public String text() {
      return variable + " : " + property;
    }
  }

  /** Comparisons of which one must hold. */
  record Any(List<Comparison> comparisons) implements Constraint {
    @Override
    public String text() {
      return comparisons.stream().map(Comparison::text).collect(Collectors.joining(" || "));
    }
  }

  /**
   * A property alone (then there is no operand), or against operands.
   *
   * @param operator {@code ==}, {@code in} …; {@code !} or nothing for a property alone
   */
  record Comparison(String property, Optional<String> operator, List<Operand> operands) {
    boolean alone() {
      return operands.isEmpty();
    }

    String text() {
      if (alone()) {
        return operator.map(not -> not + " ").orElse("") + property;
      }
      String right = operands.stream().map(Operand::text).collect(Collectors.joining(", "));
      return operator.get().equals("in")
          ? property + " in ( " + right + " )"
          : property + " " + operator.get() + " " + right;
    }
  }

  /** What a property is compared with. */
  sealed interface Operand {
    String text();

    record Number(String digits) implements Operand {
      @Override
      public String text() {
        return digits;
      }
    }

    record Text(String words) implements Operand {
      @Override
      public String text() {
        return "\"" + words + "\"";
      }
    }

    record Truth(boolean value) implements Operand {
      @Override
      public String text() {
        return String.valueOf(value);
      }
    }

    record Constant(String enumName, String constant) implements Operand {
      @Override
      public String text() {
        return enumName + "." + constant;
      }
    }

    record Variable(String name, Optional<String> property) implements Operand {
      @Override
      public String text() {
        return name + property.map(p -> "." + p).orElse("");
      }
    }
  }
}
