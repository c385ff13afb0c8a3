package clbdoctor.cli;

import clbdoctor.derived.Derivation;
import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Judge;
import clbdoctor.diagnosis.Judge.Weighed;
import clbdoctor.fact.CheckSatisfied;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Symptom;
import clbdoctor.fact.Vantage;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report and the same one with more facts: which causes are no longer confirmed, and why. */
final class Addition {
  private final Facts more;
  private final Facts facts;
  private final Weighed before;
  private final Weighed after;
  private final Set<Fact> added = Collections.newSetFromMap(new IdentityHashMap<>());

  Addition(Doctor doctor, Facts facts, Facts more) {
    this.facts = facts;
    this.more = Derivation.complete(more);
    this.before = Additions.weigh(doctor, facts);
    this.after = Judge.weigh(this.more, doctor.rules().run(this.more), doctor.catalogue());
    added.addAll(more.all());
    facts.all().forEach(added::remove);
  }

  /** Causes that a new fact takes from the confirmed ones by contradicting them. */
  Set<String> contradicted() {
    Set<String> causes = unconfirmed();
    causes.removeIf(cause -> !contradicted(cause));
    return causes;
  }

  /** Causes that stay likely, since a new fact leaves room for a reason behind them. */
  Set<String> doubted() {
    Set<String> causes = unconfirmed();
    causes.removeIf(this::contradicted);
    causes.retainAll(Additions.named(after, Certainty.LIKELY));
    return causes;
  }

  /** Causes that are less than likely, though nothing contradicts them. */
  Set<String> lost() {
    Set<String> causes = unconfirmed();
    causes.removeIf(this::contradicted);
    causes.removeAll(Additions.named(after, Certainty.LIKELY));
    return causes;
  }

  private Set<String> unconfirmed() {
    Set<String> causes = Additions.named(before, Certainty.CONFIRMED);
    causes.removeAll(Additions.named(after, Certainty.CONFIRMED));
    return causes;
  }

  private boolean contradicted(String cause) {
    return against(cause).anyMatch(this::restsOnAdded)
        || rivals().anyMatch(rival -> rival.proofs().stream().anyMatch(this::restsOnAdded))
        || passesHereAndFailsThere();
  }

  private Stream<Proof> against(String cause) {
    return Stream.concat(
        after.ruledOut().stream()
            .filter(excluded -> excluded.page().id().equals(cause))
            .map(excluded -> excluded.because()),
        Additions.cause(after, cause).stream().flatMap(named -> named.against().stream()));
  }

  /** Other causes for which the facts speak now, and did not before. */
  private Stream<NamedCause> rivals() {
    Set<String> known = Additions.named(before, Certainty.CONFIRMED, Certainty.LIKELY);
    return after.causes().stream()
        .filter(named -> named.certainty() != Certainty.POSSIBLE)
        .filter(named -> !known.contains(named.page().id()));
  }

  private boolean restsOnAdded(Proof proof) {
    return proof.firing().matched().stream()
        .flatMap(fact -> Stream.concat(Stream.of(fact), more.observedBehind(fact).stream()))
        .anyMatch(added::contains);
  }

  /** A check that gets all it asks for, in one of the reports alone, or fails in one alone. */
  private boolean passesHereAndFailsThere() {
    return more.of(CheckSatisfied.class).findAny().isPresent()
        && more.of(Symptom.class)
            .filter(symptom -> symptom.from() == Vantage.CHECK_SOURCE)
            .anyMatch(s -> more.observedBehind(s).stream().anyMatch(added::contains));
  }

  @Override
  public String toString() {
    return sentences(facts.all().stream())
        + "\nand\n"
        + sentences(added.stream().filter(Observed.class::isInstance));
  }

  private static String sentences(Stream<Fact> facts) {
    return facts.map(Fact::sentence).collect(Collectors.joining("\n"));
  }
}
