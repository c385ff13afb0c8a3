package clbdoctor.diagnosis;

import clbdoctor.diagnosis.Catalogue.Confirming;
import clbdoctor.diagnosis.Diagnosis.Answer;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.NextFact;
import clbdoctor.diagnosis.Diagnosis.NotExamined;
import clbdoctor.fact.Facts;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Subject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to look at next: the most information on the open causes for its cost.
 *
 * <p>An open cause is as probable as its weight among all open ones. A look settles a cause when
 * one of the rules that confirm it waits for nothing else; when the rule waits for more, it settles
 * it with that share. The information of a look is the entropy of its outcomes, in bits: one for
 * each cause that it settles, and one for none of them (Shannon 1948).
 */
final class NextFacts {
  private static final int LIKELY_WEIGHT = 3;

  private final Catalogue catalogue;
  private final Facts facts;
  private final Set<Subject> surveyed;
  private final Values values;

  NextFacts(Catalogue catalogue, Facts facts) {
    this.catalogue = catalogue;
    this.facts = facts;
    this.surveyed = Judge.surveyed(facts);
    this.values = new Values(facts);
  }

  /** A cause that a look may settle. */
  private record Open(CausePage page, double probability, double settled) {}

  /** How much a cause that is not certain weighs among the others. */
  private record Weight(CausePage page, int weight) {
    static Weight of(NamedCause cause) {
      return new Weight(cause.page(), cause.certainty() == Certainty.LIKELY ? LIKELY_WEIGHT : 1);
    }
  }

  /** Suspects come first; when there is none, what nobody examined. */
  List<NextFact> after(List<NamedCause> causes, List<NotExamined> notExamined) {
    if (causes.stream().anyMatch(cause -> cause.certainty() == Certainty.CONFIRMED)) {
      return List.of();
    }
    List<Weight> weights =
        causes.isEmpty()
            ? notExamined.stream().map(open -> new Weight(open.page(), 1)).toList()
            : causes.stream().map(Weight::of).toList();
    Map<Subject, List<Open>> looks = looks(weights);
    return looks.entrySet().stream()
        .filter(look -> catalogue.observations().containsKey(look.getKey()))
        .map(look -> nextFact(catalogue.observations().get(look.getKey()), look.getValue()))
        .sorted(
            Comparator.comparingDouble((NextFact next) -> -next.bits() / next.observation().cost())
                .thenComparing(next -> next.observation().subject()))
        .toList();
  }

  private Map<Subject, List<Open>> looks(List<Weight> weights) {
    double total = weights.stream().mapToInt(Weight::weight).sum();
    Map<Subject, List<Open>> looks = new EnumMap<>(Subject.class);
    weights.forEach(
        weighted -> {
          Map<Subject, Double> shares = new EnumMap<>(Subject.class);
          catalogue
              .confirming(weighted.page().id())
              .forEach(
                  rule -> {
                    Set<Subject> missing = missingOrProbe(rule);
                    missing.forEach(s -> shares.merge(s, 1.0 / missing.size(), Math::max));
                  });
          shares.forEach(
              (subject, share) ->
                  looks
                      .computeIfAbsent(subject, s -> new java.util.ArrayList<>())
                      .add(new Open(weighted.page(), weighted.weight() / total, share)));
        });
    return looks;
  }

  /** Of probes there can always be one more, made in another way. */
  private Set<Subject> missingOrProbe(Confirming rule) {
    Set<Subject> missing = rule.missing(surveyed);
    return missing.isEmpty() && rule.asksFor().contains(Subject.PROBES)
        ? EnumSet.of(Subject.PROBES)
        : missing;
  }

  private static double bits(List<Open> settled) {
    double none = 1;
    double bits = 0;
    for (Open open : settled) {
      double probability = open.probability() * open.settled();
      bits += surprise(probability);
      none -= probability;
    }
    return bits + surprise(none);
  }

  private static double surprise(double probability) {
    return probability <= 1e-9 ? 0 : -probability * Math.log(probability) / Math.log(2);
  }

  private NextFact nextFact(Observation observation, List<Open> settled) {
    OperatingSystem os = Circumstances.of(facts).os().orElse(OperatingSystem.LINUX);
    List<String> commands =
        observation.commands().getOrDefault(os, List.of()).stream().map(values::fill).toList();
    return new NextFact(
        observation,
        commands,
        bits(settled),
        settled.stream().map(open -> answer(open.page(), observation.subject())).toList());
  }

  /** In the words of the rule that would confirm the cause. */
  private Answer answer(CausePage page, Subject subject) {
    Optional<String> when =
        catalogue.confirming(page.id()).stream()
            .flatMap(confirming -> confirming.rule().conditions().stream())
            .filter(condition -> condition.asksFor().contains(subject))
            .filter(condition -> !condition.factType().equals("Surveyed"))
            .map(Rule.Condition::comment)
            .filter(comment -> !comment.isEmpty())
            .findFirst();
    return new Answer(page.id(), when.orElse(page.title()));
  }
}
