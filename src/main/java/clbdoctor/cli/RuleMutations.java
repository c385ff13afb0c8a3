package clbdoctor.cli;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.rulebook.Mutant;
import clbdoctor.rulebook.RuleTrials.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which mutants of the rules some case notices: it finds other causes than it expects. */
final class RuleMutations {
  private final Doctor doctor;
  private final List<Mutant> mutants;
  private final Set<Mutant> living = Collections.newSetFromMap(new IdentityHashMap<>());

  RuleMutations(Doctor doctor, List<Mutant> mutants) {
    this.doctor = doctor;
    this.mutants = mutants;
    living.addAll(mutants);
  }

  void add(Example example, Trial trial) {
    Map<Rule, List<Firing>> byRule =
        trial.firings().stream().collect(Collectors.groupingBy(Firing::rule));
    for (Mutant mutant : List.copyOf(living)) {
      List<Firing> own = byRule.getOrDefault(mutant.rule(), List.of());
      List<Firing> changed = trial.mutants().getOrDefault(mutant, List.of());
      if (!new HashSet<>(own).equals(new HashSet<>(changed))
          && !example.found(replaced(trial, mutant, changed), doctor).equals(example.expect())) {
        living.remove(mutant);
      }
    }
  }

  List<Mutant> mutants() {
    return mutants;
  }

  /** Those that no case notices, in the order of the files. */
  List<Mutant> survivors() {
    return mutants.stream().filter(living::contains).toList();
  }

  private static List<Firing> replaced(Trial trial, Mutant mutant, List<Firing> changed) {
    List<Firing> all = new ArrayList<>(trial.firings());
    all.removeIf(firing -> firing.rule().equals(mutant.rule()));
    all.addAll(changed);
    return all;
  }
}
