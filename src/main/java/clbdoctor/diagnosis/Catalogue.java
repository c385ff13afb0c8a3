package clbdoctor.diagnosis;

import clbdoctor.diagnosis.Conclusion.Cause;
import clbdoctor.fact.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything a rule folder holds: causes, rules, fixes, ways to look. */
public final class Catalogue {
  private final Map<String, CausePage> causes;
  private final List<CausePage> pages;
  private final List<Rule> rules;
  private final Map<String, List<Rule>> rulesByCause;
  private final Map<String, List<Confirming>> confirming;
  private final Map<String, Fix> fixes;
  private final Map<Subject, Observation> observations;

  public Catalogue(
      Map<String, CausePage> causes,
      List<Rule> rules,
      Map<String, Fix> fixes,
      Map<Subject, Observation> observations) {
    this.causes = Map.copyOf(causes);
    this.pages =
        causes.values().stream().sorted((one, other) -> one.order() - other.order()).toList();
    this.rules = List.copyOf(rules);
    this.rulesByCause =
        rules.stream().collect(Collectors.groupingBy(rule -> rule.conclusion().causeId()));
    this.confirming =
        rules.stream()
            .filter(Catalogue::confirms)
            .collect(
                Collectors.groupingBy(
                    rule -> rule.conclusion().causeId(),
                    Collectors.mapping(Confirming::of, Collectors.toList())));
    this.fixes = Map.copyOf(fixes);
    this.observations = Map.copyOf(observations);
  }

  public Map<String, CausePage> causes() {
    return causes;
  }

  /** All causes in the order of the check's way. */
  public List<CausePage> pages() {
    return pages;
  }

  public List<Rule> rules() {
    return rules;
  }

  public Map<String, Fix> fixes() {
    return fixes;
  }

  public Map<Subject, Observation> observations() {
    return observations;
  }

  /** The rules about a cause in the order of its file. */
  public List<Rule> rulesOf(String causeId) {
    return rulesByCause.getOrDefault(causeId, List.of());
  }

  /**
   * A rule that confirms its cause.
   *
   * @param asksFor what must have been looked at for it to be decided
   */
  record Confirming(Rule rule, Set<Subject> asksFor) {
    private static Confirming of(Rule rule) {
      Set<Subject> asksFor = EnumSet.noneOf(Subject.class);
      rule.conditions().forEach(condition -> asksFor.addAll(condition.asksFor()));
      return new Confirming(rule, asksFor);
    }

    private int countMissing(Set<Subject> surveyed) {
      int missing = 0;
      for (Subject subject : asksFor) {
        missing += surveyed.contains(subject) ? 0 : 1;
      }
      return missing;
    }

    Set<Subject> missing(Set<Subject> surveyed) {
      Set<Subject> missing = EnumSet.copyOf(asksFor);
      missing.removeAll(surveyed);
      return missing;
    }
  }

  private static boolean confirms(Rule rule) {
    return rule.conclusion() instanceof Cause cause && cause.certainty() == Certainty.CONFIRMED;
  }

  /** The rules that confirm a cause, in the order of its file. */
  List<Confirming> confirming(String causeId) {
    return confirming.getOrDefault(causeId, List.of());
  }

  /** The least that must still be looked at for one of the confirming rules to be decided. */
  Set<Subject> missing(String causeId, Set<Subject> surveyed) {
    Confirming closest = null;
    int least = Integer.MAX_VALUE;
    for (Confirming rule : confirming(causeId)) {
      int missing = rule.countMissing(surveyed);
      if (missing < least) {
        closest = rule;
        least = missing;
      }
    }
    return closest == null ? Set.of() : closest.missing(surveyed);
  }
}
