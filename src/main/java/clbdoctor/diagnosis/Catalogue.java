package clbdoctor.diagnosis;

import clbdoctor.fact.Subject;
import java.util.List;
import java.util.Map;

/** Everything a rule folder holds: causes, rules, fixes, ways to look. */
public record Catalogue(
    Map<String, CausePage> causes,
    List<Rule> rules,
    Map<String, Fix> fixes,
    Map<Subject, Observation> observations) {

  public Catalogue {
    causes = Map.copyOf(causes);
    rules = List.copyOf(rules);
    fixes = Map.copyOf(fixes);
    observations = Map.copyOf(observations);
  }

  public List<Rule> rulesOf(String causeId) {
    return rules.stream().filter(rule -> rule.conclusion().causeId().equals(causeId)).toList();
  }
}
