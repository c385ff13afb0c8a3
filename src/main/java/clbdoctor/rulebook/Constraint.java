package clbdoctor.rulebook;

import java.util.List;
import java.util.Optional;

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

  /** {@code $port : port}. */
  record Bound(String variable, String property) implements Constraint {}

  /** Comparisons of which one must hold. */
  record Any(List<Comparison> comparisons) implements Constraint {}

  /**
   * A property alone (then there is no operator and no operand), or against operands.
   *
   * @param negated whether {@code !} stands before a bare property
   * @param operator {@code ==}, {@code in} …; empty for a bare property
   */
  record Comparison(
      String property, boolean negated, Optional<String> operator, List<Operand> operands) {}

  /** What a property is compared with. */
  sealed interface Operand {
    record Number(String text) implements Operand {}

    record Text(String text) implements Operand {}

    record Truth(boolean value) implements Operand {}

    record Constant(String enumName, String constant) implements Operand {}

    record Variable(String name, Optional<String> property) implements Operand {}
  }
}
