package clbdoctor.rulebook;

import clbdoctor.diagnosis.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** A rule as values that can be changed piece by piece and described to the compiler again. */
record RuleShape(Rule rule, List<Condition> conditions) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
  private static final Pattern BINDING = Pattern.compile("\\s*(\\$\\w+)\\s*:.*", Pattern.DOTALL);

  RuleShape {
    conditions = List.copyOf(conditions);
  }

  /** How a condition asks for its pattern. */
  enum Kind {
    PLAIN,
    NOT,
    EXISTS
  }

  /**
   * A pattern.
   *
   * @param variable the name bound to the fact itself, or empty
   */
  record Condition(
      Kind kind, String variable, String factType, List<Constraint> constraints, int line) {
    Condition {
      constraints = List.copyOf(constraints);
    }

    Condition as(Kind other) {
      return new Condition(other, variable, factType, constraints, line);
    }

    Condition with(List<Constraint> others) {
      return new Condition(kind, variable, factType, others, line);
    }

    String text() {
      String pattern =
          factType
              + constraints.stream()
                  .map(Constraint::text)
                  .collect(java.util.stream.Collectors.joining(", ", "( ", " )"));
      return (kind == Kind.PLAIN ? "" : kind.name().toLowerCase(java.util.Locale.ROOT) + " ")
          + pattern;
    }
  }

  /** One constraint in the words of the file. */
  record Constraint(String text, int line) {}

  static RuleShape of(RuleReader.ReadRule read) {
    List<Condition> conditions = new ArrayList<>();
    for (BaseDescr descr : read.description().getLhs().getDescrs()) {
      if (descr instanceof NotDescr not) {
        conditions.add(condition(Kind.NOT, (PatternDescr) not.getDescrs().get(0)));
      } else if (descr instanceof ExistsDescr exists) {
        conditions.add(condition(Kind.EXISTS, (PatternDescr) exists.getDescrs().get(0)));
      } else {
        conditions.add(condition(Kind.PLAIN, (PatternDescr) descr));
      }
    }
    return new RuleShape(read.rule(), conditions);
  }

  private static Condition condition(Kind kind, PatternDescr pattern) {
    List<Constraint> constraints =
        pattern.getConstraint().getDescrs().stream()
            .map(
                descr ->
                    new Constraint(
                        ((ExprConstraintDescr) descr).getExpression().strip(), descr.getLine()))
            .toList();
    String variable = pattern.getIdentifier() == null ? "" : pattern.getIdentifier();
    return new Condition(kind, variable, pattern.getObjectType(), constraints, pattern.getLine());
  }

  /** The same rule with its condition {@code index} in another form. */
  RuleShape with(int index, Condition other) {
    List<Condition> changed = new ArrayList<>(conditions);
    changed.set(index, other);
    return new RuleShape(rule, changed);
  }

  RuleShape without(int index) {
    List<Condition> changed = new ArrayList<>(conditions);
    changed.remove(index);
    return new RuleShape(rule, changed);
  }

  /** The first conditions alone. */
  RuleShape beginning(int length) {
    return new RuleShape(rule, conditions.subList(0, length));
  }

  /** Whether every variable it uses is still bound above its use. */
  boolean closed() {
    Set<String> bound = new HashSet<>();
    for (Condition condition : conditions) {
      Set<String> visible = new HashSet<>(bound);
      visible.add(condition.variable());
      for (Constraint constraint : condition.constraints()) {
        Matcher binding = BINDING.matcher(constraint.text());
        if (binding.matches()) {
          visible.add(binding.group(1));
        }
        if (!visible.containsAll(variables(constraint.text()))) {
          return false;
        }
      }
      if (condition.kind() == Kind.PLAIN) {
        bound.addAll(visible);
      }
    }
    return true;
  }

  private static List<String> variables(String text) {
    return VARIABLE.matcher(text).results().map(match -> match.group()).toList();
  }

  RuleDescr description(String name) {
    RuleDescr description = new RuleDescr(name);
    AndDescr all = new AndDescr();
    conditions.forEach(condition -> all.addDescr(description(condition)));
    description.setLhs(all);
    return description;
  }

  private static BaseDescr description(Condition condition) {
    PatternDescr pattern = new PatternDescr(condition.factType(), condition.variable());
    condition
        .constraints()
        .forEach(constraint -> pattern.addConstraint(new ExprConstraintDescr(constraint.text())));
    return switch (condition.kind()) {
      case PLAIN -> pattern;
      case NOT -> new NotDescr(pattern);
      case EXISTS -> new ExistsDescr(pattern);
    };
  }
}
