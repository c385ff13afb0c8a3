package clbdoctor.rulebook;

import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.rulebook.Constraint.Any;
import clbdoctor.rulebook.RulePattern.Quantifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which rules may hold for the facts of a report: those whose every pattern, joins apart, is met by
 * some fact. One report concerns few causes, and putting all rules together takes longer than most
 * else. A rule that holds is never left out; whether one holds, the engine decides.
 */
final class Relevance {
  private final Map<String, List<Fact>> byType;

  private Relevance(Facts facts) {
    this.byType =
        facts.all().stream()
            .collect(Collectors.groupingBy(fact -> fact.getClass().getSimpleName()));
  }

  static List<ReadRule> of(List<ReadRule> rules, Facts facts) {
    Relevance relevance = new Relevance(facts);
    return rules.stream()
        .filter(rule -> rule.patterns().stream().allMatch(relevance::mayBeMet))
        .toList();
  }

  private boolean mayBeMet(RulePattern pattern) {
    return pattern.quantifier() == Quantifier.NOT
        || byType.getOrDefault(pattern.factType(), List.of()).stream()
            .anyMatch(fact -> pattern.constraints().stream().allMatch(c -> mayHold(c, fact)));
  }

  private static boolean mayHold(Constraint constraint, Fact fact) {
    return !(constraint instanceof Any any)
        || Comparing.of(fact.getClass(), any, variable -> new Value.Anything()).stream()
            .anyMatch(comparing -> comparing.holds(fact));
  }
}
