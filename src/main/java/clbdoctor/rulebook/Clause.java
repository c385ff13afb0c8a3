package clbdoctor.rulebook;

import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.rulebook.Constraint.Bound;
import clbdoctor.rulebook.Constraint.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * One condition of an accepted rule, as comparisons that can be reasoned about.
 *
 * @param boxes the facts it is about; none when its constraints contradict each other
 * @param asksFor what must have been looked at for such a fact to be there; more than one when any
 *     of them may give it
 */
record Clause(
    boolean negated,
    Class<?> type,
    List<Box> boxes,
    Set<Subject> asksFor,
    List<Placed> bindings,
    Set<String> uses,
    int line,
    int column,
    int endLine,
    String text) {

  /** A variable where it is bound. */
  record Placed(String variable, int line, int column) {}

  /** The clauses of a rule's {@code when} part. */
  static List<Clause> of(RuleReader.ReadRule read) {
    List<Clause> clauses = new ArrayList<>();
    Map<String, String> origins = new HashMap<>();
    List<BaseDescr> conditions = read.description().getLhs().getDescrs();
    for (int i = 0; i < conditions.size(); i++) {
      clauses.add(of(conditions.get(i), read.rule().conditions().get(i).text(), origins));
    }
    return clauses;
  }

  private static Clause of(BaseDescr whole, String text, Map<String, String> origins) {
    PatternDescr pattern = pattern(whole);
    Class<?> type = Vocabulary.factType(pattern.getObjectType()).orElseThrow();
    List<Constraint> constraints = new ArrayList<>();
    List<Placed> bindings = new ArrayList<>();
    identifier(pattern)
        .ifPresent(
            name -> {
              bindings.add(new Placed(name, whole.getLine(), whole.getColumn() + 1));
              origins.put(name, text);
            });
    for (BaseDescr descr : pattern.getConstraint().getDescrs()) {
      Constraint constraint = ConstraintParser.parse(((ExprConstraintDescr) descr).getExpression());
      constraints.add(constraint);
      if (constraint instanceof Bound bound) {
        bindings.add(new Placed(bound.variable(), descr.getLine(), descr.getColumn() + 1));
        origins.put(bound.variable(), text + " " + bound.property());
      }
    }
    List<Operand> operands = operands(constraints);
    return new Clause(
        whole instanceof NotDescr,
        type,
        Box.of(type, constraints, origins),
        AsksFor.of(type, constants(operands), false),
        bindings,
        variables(operands),
        whole.getLine(),
        whole.getColumn() + 1,
        Math.max(whole.getEndLine(), whole.getLine()),
        text);
  }

  /** Whether it can never be met by any fact. */
  boolean impossible() {
    return boxes.isEmpty();
  }

  /** Whether every fact that it is about is one that the other is about. */
  boolean within(Clause wider) {
    if (wider.type == Surveyed.class && type != Surveyed.class) {
      return asksFor.size() == 1 && asksFor.equals(wider.asksFor) && wider.boxes.size() == 1;
    }
    return type == wider.type
        && boxes.stream().allMatch(box -> wider.boxes.stream().anyMatch(box::within));
  }

  private static PatternDescr pattern(BaseDescr whole) {
    return (PatternDescr)
        (whole instanceof NotDescr not
            ? not.getDescrs().get(0)
            : whole instanceof ExistsDescr exists ? exists.getDescrs().get(0) : whole);
  }

  private static Optional<String> identifier(PatternDescr pattern) {
    return Optional.ofNullable(pattern.getIdentifier()).filter(name -> !name.isEmpty());
  }

  private static List<Operand> operands(List<Constraint> constraints) {
    return constraints.stream()
        .filter(Constraint.Any.class::isInstance)
        .flatMap(any -> ((Constraint.Any) any).comparisons().stream())
        .flatMap(comparison -> comparison.operands().stream())
        .toList();
  }

  private static Set<String> constants(List<Operand> operands) {
    Set<String> constants = new java.util.HashSet<>();
    for (Operand operand : operands) {
      if (operand instanceof Operand.Constant constant) {
        constants.add(constant.enumName() + "." + constant.constant());
      }
    }
    return constants;
  }

  private static Set<String> variables(List<Operand> operands) {
    Set<String> variables = new java.util.HashSet<>();
    for (Operand operand : operands) {
      if (operand instanceof Operand.Variable variable) {
        variables.add(variable.name());
      }
    }
    return variables;
  }
}
