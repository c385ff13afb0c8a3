package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.Cleared;
import clbdoctor.fact.Fact;
import clbdoctor.fact.FailingAnswer;
import clbdoctor.fact.HttpAnswer;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.Probe;
import clbdoctor.fact.RequestPart;
import clbdoctor.fact.Vantage;
import clbdoctor.fact.Variation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What tests with a changed request tell about a request of the check that fails. */
final class Trials {
  private static final List<RequestPart> PARTS = List.of(RequestPart.values());

  /** Two labels or more, the last of letters: neither an address nor localhost nor nothing. */
  private static final Pattern DOMAIN_NAME =
      Pattern.compile("([A-Za-z0-9_-]+\\.)+[A-Za-z][A-Za-z0-9-]*\\.?(:[0-9]+)?");

  private Trials() {}

  /** A failing answer and a changed request. */
  private record Trial(Variation variation, HttpAnswer own, HttpAnswer changed) {}

  static void derive(Situation situation, Conclusions conclusions) {
    if (!situation.mayCheckBy(CheckMethod.HTTP, CheckMethod.HTTPS)) {
      return;
    }
    List<HttpAnswer> failing = failing(situation);
    for (HttpAnswer answer : failing) {
      conclusions.add(
          new FailingAnswer(answer.status(), answer.from(), answer.acceptance()), answer);
    }
    List<Trial> trials = trials(situation, failing);
    for (Trial trial : trials) {
      conclusions.add(trial.variation(), trial.own(), trial.changed());
    }
    if (!trials.isEmpty()) {
      PARTS.forEach(part -> cleared(part, trials, conclusions));
    }
    if (!failing.isEmpty()) {
      Requests.method(situation)
          .filter(method -> method == HttpMethod.GET)
          .ifPresent(get -> conclusions.add(new Cleared(RequestPart.METHOD), settings(situation)));
    }
  }

  /** The check, and the listener that tells whose it is. */
  private static List<Fact> settings(Situation situation) {
    List<Fact> settings = new ArrayList<>();
    situation.check().ifPresent(settings::add);
    situation.listener().ifPresent(settings::add);
    return settings;
  }

  private static List<HttpAnswer> failing(Situation situation) {
    return Answers.notAccepted(situation)
        .filter(answer -> answer.from() != Vantage.SERVER_TO_LOOPBACK)
        .toList();
  }

  private static List<Trial> trials(Situation situation, List<HttpAnswer> failing) {
    List<Trial> trials = new ArrayList<>();
    for (HttpAnswer own : failing) {
      for (HttpAnswer other : situation.facts().list(HttpAnswer.class)) {
        variation(situation, own, other).map(v -> new Trial(v, own, other)).ifPresent(trials::add);
      }
    }
    return trials;
  }

  private static Optional<Variation> variation(
      Situation situation, HttpAnswer own, HttpAnswer other) {
    Set<RequestPart> changed = EnumSet.noneOf(RequestPart.class);
    changed.addAll(other.differences());
    boolean elsewhere = other.from() != own.from();
    if (changed.isEmpty() && elsewhere && own.from() == Vantage.CHECK_SOURCE) {
      return Optional.of(
          of(RequestPart.SOURCE, own, other, other.from() != Vantage.SERVER_TO_LOOPBACK, false));
    }
    return changed.size() == 1
        ? Optional.of(
            of(changed.iterator().next(), own, other, !elsewhere, named(situation, other)))
        : Optional.empty();
  }

  private static Variation of(
      RequestPart part, HttpAnswer own, HttpAnswer other, boolean alone, boolean named) {
    return new Variation(part, other.status(), own.status(), other.acceptance(), alone, named);
  }

  private static boolean named(Situation situation, HttpAnswer answer) {
    for (Fact seen : situation.facts().observedBehind(answer)) {
      if (seen instanceof Probe probe
          && probe.host().filter(host -> DOMAIN_NAME.matcher(host).matches()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Every test left the status as it was; a Host counts only when it is one that can be served. */
  private static void cleared(RequestPart part, List<Trial> trials, Conclusions conclusions) {
    List<Trial> tried = trials.stream().filter(t -> t.variation().part() == part).toList();
    List<Trial> telling =
        tried.stream()
            .filter(t -> t.variation().alone())
            .filter(t -> part != RequestPart.HOST || t.variation().named())
            .toList();
    if (!telling.isEmpty() && tried.stream().allMatch(t -> t.variation().sameStatus())) {
      conclusions.add(new Cleared(part), telling.get(0).changed());
    }
  }
}
