package clbdoctor.diagnosis;

import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.PlannedFix;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Fix.Way;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.FilterOpening;
import clbdoctor.fact.FirewallRuleset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fixes of the named causes: confirmed and likely ones, on the way of the check, then by risk.
 */
final class FixPlan {
  private final Catalogue catalogue;
  private final Facts facts;
  private final Circumstances circumstances;
  private final Map<Fix, List<Way>> ways = new IdentityHashMap<>();

  FixPlan(Catalogue catalogue, Facts facts) {
    this.catalogue = catalogue;
    this.facts = facts;
    this.circumstances = Circumstances.of(facts);
  }

  List<PlannedFix> cure(List<NamedCause> causes) {
    Map<String, List<NamedCause>> cures = new LinkedHashMap<>();
    causes.stream()
        .filter(cause -> cause.certainty() != Certainty.POSSIBLE)
        .sorted((one, other) -> one.page().order() - other.page().order())
        .forEach(
            cause ->
                fixes(cause).stream()
                    .sorted((one, other) -> one.risk().compareTo(other.risk()))
                    .forEach(
                        fix -> cures.computeIfAbsent(fix.id(), f -> new ArrayList<>()).add(cause)));
    return cures.entrySet().stream()
        .map(cure -> planned(catalogue.fixes().get(cure.getKey()), cure.getValue()))
        .toList();
  }

  /** Where listed rules prove the cause, the computed change makes general procedures needless. */
  private List<Fix> fixes(NamedCause cause) {
    List<Fix> fitting =
        cause.page().fixes().stream()
            .map(catalogue.fixes()::get)
            .filter(fix -> !ways(fix).isEmpty())
            .toList();
    List<Fix> computed =
        fitting.stream()
            .filter(fix -> ways(fix).stream().allMatch(way -> way.fits().rulesRead()))
            .toList();
    if (computed.isEmpty()) {
      return fitting;
    }
    boolean listed = proving(List.of(cause)).stream().anyMatch(FirewallRuleset.class::isInstance);
    return listed ? computed : fitting.stream().filter(fix -> !computed.contains(fix)).toList();
  }

  private List<Way> ways(Fix fix) {
    return ways.computeIfAbsent(fix, asked -> asked.waysFor(circumstances));
  }

  private PlannedFix planned(Fix fix, List<NamedCause> causes) {
    Values values = new Values(proving(causes), facts);
    List<Way> ways =
        ways(fix).stream()
            .map(
                way ->
                    new Way(
                        way.fits(),
                        filled(way.steps(), values, openings(way)),
                        filled(way.verify(), values, openings(way)),
                        filled(way.rollback(), values, reversed(openings(way)))))
            .toList();
    return new PlannedFix(fix, causes.stream().map(cause -> cause.page().id()).toList(), ways);
  }

  /** The computed changes that the tool of the way makes, in the packet's order. */
  private List<FilterOpening> openings(Way way) {
    return facts
        .of(FilterOpening.class)
        .filter(opening -> way.fits().firewall().equals(Optional.of(opening.tool())))
        .distinct()
        .toList();
  }

  private static List<FilterOpening> reversed(List<FilterOpening> openings) {
    List<FilterOpening> backwards = new ArrayList<>(openings);
    Collections.reverse(backwards);
    return backwards;
  }

  /** The observed facts on which the proofs of these causes rest. */
  private List<Fact> proving(List<NamedCause> causes) {
    List<Fact> observed = new ArrayList<>();
    for (NamedCause cause : causes) {
      for (Proof proof : cause.proofs()) {
        proof.firing().matched().forEach(fact -> observed.addAll(facts.observedBehind(fact)));
      }
    }
    return observed;
  }

  private List<Action> filled(List<Action> actions, Values values, List<FilterOpening> openings) {
    List<Action> filled = new ArrayList<>(actions.size());
    for (Action action : actions) {
      if (action.command().filter(Values::ofOpening).isEmpty()) {
        filled.add(filled(action, values));
      } else {
        openings.forEach(o -> filled.add(filled(action, new Values(List.of(o), facts))));
      }
    }
    return filled;
  }

  private static Action filled(Action action, Values values) {
    return new Action(values.fill(action.says()), action.command().map(values::fill));
  }
}
