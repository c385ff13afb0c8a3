package clbdoctor.diagnosis;

import clbdoctor.fact.Subject;
import java.util.List;
import java.util.Map;

/**
 * Everything a rule folder holds: causes, rules, fixes, ways to look.
 *
 * @param rules the rules that conclude on each cause, in the order of their files
 */
public record Catalogue(
    Map<String, CausePage> causes,
    Map<String, List<Rule>> rules,
    Map<String, Fix> fixes,
    Map<Subject, Observation> observations) {

  public Catalogue {
    causes = Map.copyOf(causes);
    rules = Map.copyOf(rules);
    fixes = Map.copyOf(fixes);
    observations = Map.copyOf(observations);
  }

  public List<Rule> rulesOf(String causeId) {
    return rules.getOrDefault(causeId, List.of());
  }
}
