package clbdoctor.rulebook;

import clbdoctor.text.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** The constraints of the pattern that pass every check. */
  List<Constraint> check(PatternDescr pattern, Class<?> type, Map<String, Class<?>> variables) {
    List<Constraint> constraints = new ArrayList<>();
    ConstraintCheck check = new ConstraintCheck(type, variables);
    for (BaseDescr descr : pattern.getConstraint().getDescrs()) {
      try {
        Constraint constraint =
            ConstraintParser.parse(((ExprConstraintDescr) descr).getExpression());
        check.check(constraint);
        constraints.add(constraint);
      } catch (Refusal e) {
        problems.add(descr.getLine(), descr.getColumn() + 1, e.code(), e.getMessage());
      }
    }
    return constraints;
  }
}
