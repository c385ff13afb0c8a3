package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.diagnosis.Rule.Condition;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.KieBase;

/**
 * The first condition of a rule that has no match, found by the engine itself: the rule is compiled
 * again, once for each of its beginnings, and the longest beginning that fires ends before the
 * condition in question.
 *
 * @param against for a {@code not}: the facts it forbids; else the facts of its kind, none of which
 *     fits
 */
public record WhyNot(Rule rule, Condition condition, List<Fact> against) {

  public WhyNot {
    against = List.copyOf(against);
  }

  static Optional<WhyNot> of(Rule rule, RuleFile file, Facts facts) {
    int count = rule.conditions().size();
    List<RuleDescr> beginnings = new ArrayList<>();
    Map<String, Rule> names = new HashMap<>();
    for (int length = 1; length <= count; length++) {
      beginnings.add(beginning(rule, file, length, false));
      beginnings.add(beginning(rule, file, length, true));
    }
    beginnings.forEach(beginning -> names.put(beginning.getName(), renamed(rule, beginning)));
    KieBase base = RuleCompiler.compile(beginnings);
    List<Firing> firings = Session.run(base, facts.all(), names);
    for (int length = 1; length <= count; length++) {
      if (fired(length, false, firings).isEmpty()) {
        Condition condition = rule.conditions().get(length - 1);
        return Optional.of(new WhyNot(rule, condition, against(condition, length, firings, facts)));
      }
    }
    return Optional.empty();
  }

  private static List<Fact> against(
      Condition condition, int length, List<Firing> firings, Facts facts) {
    if (condition.negated()) {
      return fired(length, true, firings).stream()
          .flatMap(firing -> firing.matched().stream())
          .filter(fact -> fact.getClass().getSimpleName().equals(condition.factType()))
          .distinct()
          .toList();
    }
    return facts.all().stream()
        .filter(fact -> fact.getClass().getSimpleName().equals(condition.factType()))
        .toList();
  }

  private static List<Firing> fired(int length, boolean positive, List<Firing> firings) {
    return firings.stream()
        .filter(firing -> firing.rule().name().equals(name(length, positive)))
        .toList();
  }

  /** The first conditions of a rule; the last one without its {@code not} if wished. */
  private static RuleDescr beginning(Rule rule, RuleFile file, int length, boolean positive) {
    RuleReader reader = new RuleReader();
    reader.read(file);
    RuleDescr whole =
        reader.rules().stream()
            .filter(read -> read.rule().line() == rule.line())
            .findFirst()
            .orElseThrow()
            .description();
    RuleDescr beginning = new RuleDescr(name(length, positive));
    AndDescr conditions = new AndDescr();
    List<BaseDescr> all = whole.getLhs().getDescrs();
    all.subList(0, length - 1).forEach(conditions::addDescr);
    BaseDescr last = all.get(length - 1);
    conditions.addDescr(positive && last instanceof NotDescr not ? not.getDescrs().get(0) : last);
    beginning.setLhs(conditions);
    return beginning;
  }

  private static String name(int length, boolean positive) {
    return (positive ? "with the forbidden fact, " : "") + "first " + length + " conditions";
  }

  private static Rule renamed(Rule rule, RuleDescr beginning) {
    return new Rule(
        beginning.getName(),
        rule.file(),
        rule.line(),
        rule.document(),
        rule.conditions(),
        rule.conclusion());
  }
}
