package clbdoctor.diagnosis;

import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.Capture;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Listener;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.Platform;
import clbdoctor.fact.Probe;
import clbdoctor.fact.Symptom;
import clbdoctor.fact.SymptomKind;
import clbdoctor.fact.TargetState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** On what a cause that is not confirmed rests. */
final class Suspicion {
  /** What shows that the check fails and what it asks for; none of it tells the reason. */
  private static final List<Class<? extends Fact>> SYMPTOMATIC =
      List.of(
          Probe.class,
          Capture.class,
          BackEnd.class,
          HealthCheck.class,
          Listener.class,
          Platform.class,
          TargetState.class);

  private final Facts facts;

  Suspicion(Facts facts) {
    this.facts = facts;
  }

  /** Whether nothing but failing checks speaks for it. */
  boolean restsOnSymptomsAlone(NamedCause cause) {
    return !symptoms(cause).isEmpty()
        && observed(cause).stream()
            .allMatch(
                fact ->
                    SYMPTOMATIC.contains(fact.getClass())
                        || fact instanceof LogLine line && line.writtenForCheck());
  }

  /** The symptoms that its evidence shows. */
  Set<SymptomKind> symptoms(NamedCause cause) {
    Set<Fact> seen = observed(cause);
    Set<SymptomKind> kinds = EnumSet.noneOf(SymptomKind.class);
    for (Symptom symptom : facts.list(Symptom.class)) {
      if (facts.observedBehind(symptom).stream().anyMatch(f -> failing(f, seen))) {
        kinds.add(symptom.kind());
      }
    }
    return kinds;
  }

  private static boolean failing(Fact fact, Set<Fact> seen) {
    return seen.contains(fact)
        && (fact instanceof Probe || fact instanceof Capture || fact instanceof LogLine);
  }

  private Set<Fact> observed(NamedCause cause) {
    Set<Fact> observed = Collections.newSetFromMap(new IdentityHashMap<>());
    cause.proofs().stream()
        .flatMap(proof -> proof.firing().matched().stream())
        .forEach(fact -> observed.addAll(facts.observedBehind(fact)));
    return observed;
  }
}
