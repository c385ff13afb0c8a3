package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.diagnosis.Rule.Condition;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.rulebook.RulePattern.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first condition of a rule that has no match, found by the engine itself: the rule is built
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

  static Optional<WhyNot> of(ReadRule rule, Facts facts) {
    int count = rule.patterns().size();
    List<ReadRule> beginnings = new ArrayList<>();
    for (int length = 1; length <= count; length++) {
      beginnings.add(beginning(rule, length, false));
      beginnings.add(beginning(rule, length, true));
    }
    List<Firing> firings = new EngineRules(beginnings).run(facts);
    for (int length = 1; length <= count; length++) {
      if (fired(length, false, firings).isEmpty()) {
        Condition condition = rule.rule().conditions().get(length - 1);
        return Optional.of(
            new WhyNot(rule.rule(), condition, against(condition, length, firings, facts)));
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
  private static ReadRule beginning(ReadRule whole, int length, boolean positive) {
    List<RulePattern> patterns = new ArrayList<>(whole.patterns().subList(0, length));
    RulePattern last = patterns.get(length - 1);
    if (positive && last.quantifier() == Quantifier.NOT) {
      patterns.set(length - 1, last.plain());
    }
    Rule rule = whole.rule();
    return new ReadRule(
        new Rule(
            name(length, positive),
            rule.file(),
            rule.line(),
            rule.document(),
            rule.conditions(),
            rule.conclusion()),
        patterns);
  }

  private static String name(int length, boolean positive) {
    return (positive ? "with the forbidden fact, " : "") + "first " + length + " conditions";
  }
}
