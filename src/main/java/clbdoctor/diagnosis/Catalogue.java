package clbdoctor.diagnosis;

import clbdoctor.fact.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything a rule folder holds: causes, rules, fixes, ways to look. */
public final class Catalogue {
  private final Map<String, CausePage> causes;
  private final List<CausePage> pages;
  private final List<Rule> rules;
  private final Map<String, List<Rule>> rulesByCause;
  private final Map<String, Fix> fixes;
  private final Map<Subject, Observation> observations;

  public Catalogue(
      Map<String, CausePage> causes,
      List<Rule> rules,
      Map<String, Fix> fixes,
      Map<Subject, Observation> observations) {
    this.causes = Map.copyOf(causes);
    this.pages = causes.values().stream().sorted(Comparator.comparing(CausePage::order)).toList();
    this.rules = List.copyOf(rules);
    this.rulesByCause =
        rules.stream().collect(Collectors.groupingBy(rule -> rule.conclusion().causeId()));
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
}
