package clbdoctor.cli;

import clbdoctor.cli.Plane.Combination;
import clbdoctor.derived.Derivation;
import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Judge;
import clbdoctor.diagnosis.Judge.Weighed;
import clbdoctor.fact.Capture;
import clbdoctor.fact.CheckSatisfied;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.Probe;
import clbdoctor.fact.Symptom;
import clbdoctor.fact.TargetHealth;
import clbdoctor.fact.TargetState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is wrong with the answer to one combination of facts.
 *
 * <ul>
 *   <li>{@code unnamed}: a failure was seen, or the port is unhealthy though its check is
 *       satisfied, and no cause is named.
 *   <li>{@code helpless}: the port is unhealthy, nobody saw how it fails, and no cause is named nor
 *       anything proposed to look at.
 *   <li>{@code rivals}: two causes are confirmed of which only one can be true. Each rests on the
 *       same observation of a failing check, which failed for one reason; or both say who takes
 *       connections to the port, or both say where replies go.
 * </ul>
 */
final class Findings {
  /** Causes of one row say of one thing what it is; at most one of them is true. */
  private static final List<Set<String>> EXCLUSIVE =
      List.of(
          Set.of(
              "no-listener",
              "service-crashed",
              "listens-on-loopback-only",
              "listens-on-wrong-address",
              "address-family-mismatch",
              "back-end-port-mismatch",
              "container-publish-broken"),
          Set.of(
              "no-return-route",
              "vip-bound-locally",
              "asymmetric-reply",
              "reverse-path-filter",
              "check-source-range-conflict"));

  private final Doctor doctor;

  Findings(Doctor doctor) {
    this.doctor = doctor;
  }

  List<String> of(Combination combination) {
    Facts facts = Derivation.complete(combination.facts());
    List<Firing> firings = doctor.rules().run(facts);
    Weighed weighed = Judge.weigh(facts, firings, doctor.catalogue());
    if (weighed.causes().isEmpty()) {
      return unanswered(facts, firings);
    }
    return rivals(weighed.causes(), facts).stream().map(pair -> "rivals " + pair).toList();
  }

  private List<String> unanswered(Facts facts, List<Firing> firings) {
    boolean seen = facts.of(Symptom.class).findAny().isPresent();
    boolean unhealthy =
        facts
            .of(TargetState.class)
            .anyMatch(t -> t.state() == TargetHealth.UNHEALTHY && !t.flaps());
    boolean satisfied = facts.of(CheckSatisfied.class).findAny().isPresent();
    if (seen || unhealthy && satisfied) {
      return List.of("unnamed");
    }
    boolean helped =
        !unhealthy || !Judge.judge("", facts, firings, doctor.catalogue()).nextFacts().isEmpty();
    return helped ? List.of() : List.of("helpless");
  }

  /** Pairs of ids in alphabetical order. */
  static Set<String> rivals(List<NamedCause> causes, Facts facts) {
    List<NamedCause> confirmed =
        causes.stream().filter(cause -> cause.certainty() == Certainty.CONFIRMED).toList();
    Set<String> pairs = new TreeSet<>();
    for (NamedCause one : confirmed) {
      for (NamedCause other : confirmed) {
        String id = one.page().id();
        String otherId = other.page().id();
        if (id.compareTo(otherId) < 0 && (exclusive(id, otherId) || share(one, other, facts))) {
          pairs.add(id + " " + otherId);
        }
      }
    }
    return pairs;
  }

  private static boolean exclusive(String one, String other) {
    return EXCLUSIVE.stream().anyMatch(set -> set.contains(one) && set.contains(other));
  }

  private static boolean share(NamedCause one, NamedCause other, Facts facts) {
    Set<Fact> failures = failures(facts);
    return !Collections.disjoint(
        explained(one, facts, failures), explained(other, facts, failures));
  }

  /** Every observation that shows the check fail. */
  private static Set<Fact> failures(Facts facts) {
    return facts
        .of(Symptom.class)
        .flatMap(symptom -> facts.observedBehind(symptom).stream())
        .filter(f -> f instanceof Probe || f instanceof Capture || f instanceof LogLine)
        .collect(Collectors.toCollection(Findings::identitySet));
  }

  /** The failures on which the cause rests; none when one of its proofs stands without any. */
  private static Set<Fact> explained(NamedCause cause, Facts facts, Set<Fact> failures) {
    List<Set<Fact>> ofProofs = new ArrayList<>();
    cause
        .proofs()
        .forEach(
            proof ->
                ofProofs.add(
                    proof.firing().matched().stream()
                        .flatMap(fact -> facts.observedBehind(fact).stream())
                        .filter(failures::contains)
                        .collect(Collectors.toCollection(Findings::identitySet))));
    Set<Fact> all = identitySet();
    if (ofProofs.stream().noneMatch(Set::isEmpty)) {
      ofProofs.forEach(all::addAll);
    }
    return all;
  }

  private static Set<Fact> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
