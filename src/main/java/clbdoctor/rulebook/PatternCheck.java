package clbdoctor.rulebook;

import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.Constraint.Operand;
import clbdoctor.text.Code;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** The constraints of one pattern, each in the language of rules and with words that exist. */
final class PatternCheck {

  /** Where a problem goes. */
  interface Problems {
    void add(int line, int column, Code code, String message);
  }

  private final Problems problems;

  PatternCheck(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks the pattern and gives the enum constants it is compared with, as {@code Enum.CONSTANT}.
   */
  Set<String> check(PatternDescr pattern, Class<?> type, Map<String, Class<?>> variables) {
    Set<String> constants = new HashSet<>();
    ConstraintCheck check = new ConstraintCheck(type, variables);
    for (BaseDescr descr : pattern.getConstraint().getDescrs()) {
      try {
        Constraint constraint =
            ConstraintParser.parse(((ExprConstraintDescr) descr).getExpression());
        check.check(constraint);
        collectConstants(constraint, constants);
      } catch (Refusal e) {
        problems.add(descr.getLine(), descr.getColumn() + 1, e.code(), e.getMessage());
      }
    }
    return constants;
  }

  private static void collectConstants(Constraint constraint, Set<String> constants) {
    if (constraint instanceof Any any) {
      any.comparisons().stream()
          .flatMap(comparison -> comparison.operands().stream())
          .filter(Operand.Constant.class::isInstance)
          .map(Operand.Constant.class::cast)
          .forEach(constant -> constants.add(constant.enumName() + "." + constant.constant()));
    }
  }
}
