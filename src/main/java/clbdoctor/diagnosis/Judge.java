package clbdoctor.diagnosis;

import clbdoctor.diagnosis.Conclusion.Cause;
import clbdoctor.diagnosis.Conclusion.RuledOut;
import clbdoctor.diagnosis.Diagnosis.Excluded;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.NotExamined;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Diagnosis.Verdict;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.Facts;
import clbdoctor.fact.FailedLook;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.fact.SymptomKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weighs what the rules concluded.
 *
 * <ul>
 *   <li>Of several conclusions on a cause the most certain one counts.
 *   <li>Evidence against a likely or possible cause rules it out; against a confirmed one it shows
 *       that the observations contradict each other, and leaves it possible.
 *   <li>A possible cause rests on nothing but its symptoms. When confirmed causes bring about all
 *       of these, there is no reason left to suspect it.
 * </ul>
 */
public final class Judge {
  private static final Comparator<NamedCause> RANK =
      Comparator.comparing(NamedCause::certainty).thenComparing(named -> named.page().order());

  private static final Comparator<Proof> PLACE =
      Comparator.comparing((Proof proof) -> proof.firing().rule().line())
          .thenComparing(proof -> proof.evidence().toString());

  private final Catalogue catalogue;
  private final Facts facts;
  private final Map<String, List<Firing>> firings;

  private Judge(Catalogue catalogue, Facts facts, List<Firing> firings) {
    this.catalogue = catalogue;
    this.facts = facts;
    this.firings =
        firings.stream()
            .collect(Collectors.groupingBy(firing -> firing.rule().conclusion().causeId()));
  }

  /** The diagnosis of a report from its facts and the rules that fired on them. */
  public static Diagnosis judge(
      String report, Facts facts, List<Firing> firings, Catalogue catalogue) {
    return new Judge(catalogue, facts, firings).diagnosis(report);
  }

  /** What is named and what is ruled out, without the advice that goes with it. */
  public record Weighed(List<NamedCause> causes, List<Excluded> ruledOut) {
    public Weighed {
      causes = List.copyOf(causes);
      ruledOut = List.copyOf(ruledOut);
    }
  }

  /** Weighs what the rules concluded, and stops there. */
  public static Weighed weigh(Facts facts, List<Firing> firings, Catalogue catalogue) {
    return new Judge(catalogue, facts, firings).weighed();
  }

  private Weighed weighed() {
    List<NamedCause> causes = withoutNeedlessSuspects(named());
    return new Weighed(causes, excluded(causes));
  }

  private Diagnosis diagnosis(String report) {
    Weighed weighed = weighed();
    List<NamedCause> causes = weighed.causes();
    List<Excluded> excluded = weighed.ruledOut();
    List<NotExamined> notExamined = notExamined(causes, excluded);
    return new Diagnosis(
        report,
        verdict(causes),
        causes,
        excluded,
        notExamined,
        verdict(causes) == Verdict.NOTHING_WRONG
            ? List.of()
            : new NextFacts(catalogue, facts).after(causes, notExamined),
        new FixPlan(catalogue, facts).cure(causes),
        facts.of(CheckWindows.class).findFirst());
  }

  private List<NamedCause> named() {
    return concluded().flatMap(page -> named(page).stream()).sorted(RANK).toList();
  }

  /** The causes that some rule is about. */
  private Stream<CausePage> concluded() {
    return catalogue.pages().stream().filter(page -> firings.containsKey(page.id()));
  }

  private Optional<NamedCause> named(CausePage page) {
    List<Proof> against = proofs(page, RuledOut.class::isInstance);
    for (Certainty certainty : Certainty.values()) {
      List<Proof> proofs =
          proofs(page, c -> c instanceof Cause cause && cause.certainty() == certainty);
      if (proofs.isEmpty()) {
        continue;
      }
      if (against.isEmpty()) {
        return Optional.of(new NamedCause(page, certainty, proofs, List.of()));
      }
      return certainty == Certainty.CONFIRMED
          ? Optional.of(new NamedCause(page, Certainty.POSSIBLE, proofs, against))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private List<Proof> proofs(CausePage page, java.util.function.Predicate<Conclusion> wanted) {
    return firings.getOrDefault(page.id(), List.of()).stream()
        .filter(firing -> wanted.test(firing.rule().conclusion()))
        .map(firing -> new Proof(firing, Evidence.of(firing.matched(), facts)))
        .sorted(PLACE)
        .distinct()
        .toList();
  }

  private List<NamedCause> withoutNeedlessSuspects(List<NamedCause> causes) {
    Set<SymptomKind> explained = EnumSet.noneOf(SymptomKind.class);
    causes.stream()
        .filter(cause -> cause.certainty() == Certainty.CONFIRMED)
        .forEach(cause -> explained.addAll(cause.page().explains()));
    Suspicion suspicion = new Suspicion(facts);
    return causes.stream()
        .filter(
            cause ->
                cause.certainty() == Certainty.CONFIRMED
                    || !cause.against().isEmpty()
                    || !suspicion.restsOnSymptomsAlone(cause)
                    || !explained.containsAll(suspicion.symptoms(cause)))
        .toList();
  }

  private List<Excluded> excluded(List<NamedCause> causes) {
    List<Excluded> excluded = new ArrayList<>();
    for (CausePage page : concluded().toList()) {
      List<Proof> against = proofs(page, RuledOut.class::isInstance);
      if (!against.isEmpty() && !isNamed(page, causes)) {
        excluded.add(new Excluded(page, against.get(0)));
      }
    }
    return excluded;
  }

  private List<NotExamined> notExamined(List<NamedCause> causes, List<Excluded> excluded) {
    Set<Subject> surveyed = surveyed(facts);
    return catalogue.pages().stream()
        .filter(page -> !isNamed(page, causes))
        .filter(page -> excluded.stream().noneMatch(e -> e.page() == page))
        .map(page -> notExamined(page, missing(page, surveyed)))
        .filter(cause -> !cause.missing().isEmpty())
        .toList();
  }

  private NotExamined notExamined(CausePage page, Set<Subject> missing) {
    List<FailedLook> failures =
        facts
            .of(FailedLook.class)
            .filter(look -> look.sections().stream().anyMatch(missing::contains))
            .toList();
    return new NotExamined(page, missing, failures);
  }

  private static boolean isNamed(CausePage page, List<NamedCause> causes) {
    return causes.stream().anyMatch(cause -> cause.page() == page);
  }

  /** What somebody must still look at to confirm the cause. */
  private Set<Subject> missing(CausePage page, Set<Subject> surveyed) {
    return NextFacts.missing(catalogue.rulesOf(page.id()), surveyed);
  }

  static Set<Subject> surveyed(Facts facts) {
    return facts
        .of(Surveyed.class)
        .map(Surveyed::subject)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Subject.class)));
  }

  private Verdict verdict(List<NamedCause> causes) {
    if (causes.stream().anyMatch(cause -> cause.certainty() != Certainty.POSSIBLE)) {
      return Verdict.CAUSE_FOUND;
    }
    return causes.isEmpty() && Health.proven(facts) ? Verdict.NOTHING_WRONG : Verdict.INCONCLUSIVE;
  }
}
