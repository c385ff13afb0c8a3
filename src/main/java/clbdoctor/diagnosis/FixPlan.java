package clbdoctor.diagnosis;

import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.PlannedFix;
import clbdoctor.diagnosis.Fix.Way;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fixes of the named causes: confirmed and likely ones, on the way of the check, then by risk.
 */
final class FixPlan {
  private final Catalogue catalogue;
  private final Facts facts;
  private final Circumstances circumstances;

  FixPlan(Catalogue catalogue, Facts facts) {
    this.catalogue = catalogue;
    this.facts = facts;
    this.circumstances = Circumstances.of(facts);
  }

  List<PlannedFix> cure(List<NamedCause> causes) {
    Map<Fix, List<NamedCause>> cures = new LinkedHashMap<>();
    causes.stream()
        .filter(cause -> cause.certainty() != Certainty.POSSIBLE)
        .sorted(Comparator.comparing(cause -> cause.page().order()))
        .forEach(
            cause ->
                cause.page().fixes().stream()
                    .map(catalogue.fixes()::get)
                    .sorted(Comparator.comparing(Fix::risk))
                    .forEach(fix -> cures.computeIfAbsent(fix, f -> new ArrayList<>()).add(cause)));
    return cures.entrySet().stream().map(cure -> planned(cure.getKey(), cure.getValue())).toList();
  }

  private PlannedFix planned(Fix fix, List<NamedCause> causes) {
    Values values = new Values(proving(causes), facts);
    List<Way> ways =
        fix.waysFor(circumstances).stream()
            .map(
                way ->
                    new Way(
                        way.fits(),
                        filled(way.steps(), values),
                        filled(way.verify(), values),
                        filled(way.rollback(), values)))
            .toList();
    return new PlannedFix(fix, causes.stream().map(cause -> cause.page().id()).toList(), ways);
  }

  /** The observed facts on which the proofs of these causes rest. */
  private List<Fact> proving(List<NamedCause> causes) {
    return causes.stream()
        .flatMap(cause -> cause.proofs().stream())
        .flatMap(proof -> proof.firing().matched().stream())
        .flatMap(fact -> facts.observedBehind(fact).stream())
        .toList();
  }

  private static List<Action> filled(List<Action> actions, Values values) {
    return actions.stream()
        .map(action -> new Action(values.fill(action.says()), action.command().map(values::fill)))
        .toList();
  }
}
