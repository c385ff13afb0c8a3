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
import clbdoctor.fact.OpenVerdict;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.fact.SymptomKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
  private static final Comparator<Firing> LINE =
      (one, other) -> one.rule().line() - other.rule().line();

  private final Catalogue catalogue;
  private final Facts facts;
  private final Map<String, List<Firing>> firings = new HashMap<>();

  private Judge(Catalogue catalogue, Facts facts, List<Firing> firings) {
    this.catalogue = catalogue;
    this.facts = facts;
    for (Firing firing : firings) {
      this.firings
          .computeIfAbsent(firing.rule().conclusion().causeId(), id -> new ArrayList<>(4))
          .add(firing);
    }
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
    List<NamedCause> named = new ArrayList<>();
    List<Excluded> excluded = new ArrayList<>();
    for (CausePage page : catalogue.pages()) {
      List<Firing> concluded = firings.get(page.id());
      if (concluded == null) {
        continue;
      }
      List<Firing> against =
          concluded.stream().filter(f -> f.rule().conclusion() instanceof RuledOut).toList();
      Optional<NamedCause> cause = named(page, concluded, against);
      cause.ifPresent(named::add);
      if (cause.isEmpty() && !against.isEmpty()) {
        excluded.add(new Excluded(page, first(against)));
      }
    }
    named.sort((one, other) -> one.certainty().compareTo(other.certainty()));
    return new Weighed(withoutNeedlessSuspects(named), excluded);
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
        facts.first(CheckWindows.class));
  }

  private Optional<NamedCause> named(CausePage page, List<Firing> concluded, List<Firing> against) {
    for (Certainty certainty : Certainty.values()) {
      List<Firing> speaking = concluded.stream().filter(f -> concludes(f, certainty)).toList();
      if (speaking.isEmpty()) {
        continue;
      }
      if (against.isEmpty()) {
        return Optional.of(new NamedCause(page, certainty, proofs(speaking), List.of()));
      }
      return certainty == Certainty.CONFIRMED
          ? Optional.of(new NamedCause(page, Certainty.POSSIBLE, proofs(speaking), proofs(against)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean concludes(Firing firing, Certainty certainty) {
    return firing.rule().conclusion() instanceof Cause cause && cause.certainty() == certainty;
  }

  /** Of firings that read the same, one. */
  private List<Proof> proofs(List<Firing> firings) {
    if (firings.size() == 1) {
      return List.of(proof(firings.get(0)));
    }
    Map<String, Proof> byText = new TreeMap<>();
    firings.forEach(
        firing -> {
          Proof proof = proof(firing);
          byText.putIfAbsent(proof.text(), proof);
        });
    return byText.values().stream()
        .sorted((one, other) -> LINE.compare(one.firing(), other.firing()))
        .toList();
  }

  private Proof first(List<Firing> firings) {
    int line = firings.stream().min(LINE).orElseThrow().rule().line();
    return proofs(firings.stream().filter(f -> f.rule().line() == line).toList()).get(0);
  }

  private Proof proof(Firing firing) {
    return new Proof(firing, Evidence.of(firing.matched(), facts));
  }

  private List<NamedCause> withoutNeedlessSuspects(List<NamedCause> causes) {
    if (causes.stream().allMatch(cause -> cause.certainty() == Certainty.CONFIRMED)) {
      return causes;
    }
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

  private List<NotExamined> notExamined(List<NamedCause> causes, List<Excluded> excluded) {
    Set<String> decided = new HashSet<>();
    causes.forEach(cause -> decided.add(cause.page().id()));
    excluded.forEach(cause -> decided.add(cause.page().id()));
    Set<Subject> surveyed = surveyed(facts);
    List<NotExamined> open = new ArrayList<>();
    for (CausePage page : catalogue.pages()) {
      Set<Subject> missing =
          decided.contains(page.id()) ? Set.of() : catalogue.missing(page.id(), surveyed);
      if (!missing.isEmpty()) {
        open.add(notExamined(page, missing));
      }
    }
    return open;
  }

  private NotExamined notExamined(CausePage page, Set<Subject> missing) {
    List<FailedLook> failures =
        facts.list(FailedLook.class, look -> look.sections().stream().anyMatch(missing::contains));
    List<OpenVerdict> open =
        missing.contains(Subject.FIREWALL) ? facts.list(OpenVerdict.class) : List.of();
    return new NotExamined(page, missing, failures, Evidence.of(open, facts));
  }

  static Set<Subject> surveyed(Facts facts) {
    Set<Subject> surveyed = EnumSet.noneOf(Subject.class);
    facts.list(Surveyed.class).forEach(look -> surveyed.add(look.subject()));
    return surveyed;
  }

  private Verdict verdict(List<NamedCause> causes) {
    if (causes.stream().anyMatch(cause -> cause.certainty() != Certainty.POSSIBLE)) {
      return Verdict.CAUSE_FOUND;
    }
    return causes.isEmpty() && Health.proven(facts) ? Verdict.NOTHING_WRONG : Verdict.INCONCLUSIVE;
  }
}
