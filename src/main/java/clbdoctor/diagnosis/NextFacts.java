package clbdoctor.diagnosis;

import clbdoctor.diagnosis.Conclusion.Cause;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.NextFact;
import clbdoctor.diagnosis.Diagnosis.NotExamined;
import clbdoctor.fact.Facts;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What to look at next: what decides the most open causes for the least cost. */
final class NextFacts {
  private final Catalogue catalogue;
  private final Facts facts;
  private final Set<Subject> surveyed;

  NextFacts(Catalogue catalogue, Facts facts) {
    this.catalogue = catalogue;
    this.facts = facts;
    this.surveyed = Judge.surveyed(facts);
  }

  /** What the confirming rules among these ask for and nobody looked at. */
  static Set<Subject> missing(List<Rule> rules, Set<Subject> surveyed) {
    Set<Subject> missing = EnumSet.noneOf(Subject.class);
    rules.stream()
        .filter(
            rule ->
                rule.conclusion() instanceof Cause cause
                    && cause.certainty() == Certainty.CONFIRMED)
        .flatMap(rule -> rule.conditions().stream())
        .forEach(condition -> missing.addAll(condition.asksFor()));
    missing.removeAll(surveyed);
    return missing;
  }

  /** Suspects come first; when there is none, what nobody examined. */
  List<NextFact> after(List<NamedCause> causes, List<NotExamined> notExamined) {
    if (causes.stream().anyMatch(cause -> cause.certainty() == Certainty.CONFIRMED)) {
      return List.of();
    }
    Map<Subject, List<String>> decides = new EnumMap<>(Subject.class);
    if (causes.isEmpty()) {
      notExamined.forEach(open -> note(open.missing(), open.page(), decides));
    } else {
      causes.forEach(
          cause ->
              note(missing(catalogue.rulesOf(cause.page().id()), surveyed), cause.page(), decides));
    }
    return decides.entrySet().stream()
        .filter(entry -> catalogue.observations().containsKey(entry.getKey()))
        .map(entry -> nextFact(catalogue.observations().get(entry.getKey()), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(NextFacts::worth)
                .reversed()
                .thenComparing(next -> next.observation().subject()))
        .toList();
  }

  private static void note(
      Set<Subject> missing, CausePage page, Map<Subject, List<String>> decides) {
    missing.forEach(
        subject -> decides.computeIfAbsent(subject, s -> new ArrayList<>()).add(page.id()));
  }

  private static double worth(NextFact next) {
    return (double) next.decides().size() / next.observation().cost();
  }

  private NextFact nextFact(Observation observation, List<String> decides) {
    Values values = new Values(facts);
    OperatingSystem os = Circumstances.of(facts).os().orElse(OperatingSystem.LINUX);
    List<String> commands =
        observation.commands().getOrDefault(os, List.of()).stream().map(values::fill).toList();
    return new NextFact(observation, commands, List.copyOf(decides));
  }
}
