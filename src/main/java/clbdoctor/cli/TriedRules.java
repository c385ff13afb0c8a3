package clbdoctor.cli;

import clbdoctor.rulebook.RuleTrials;
import clbdoctor.rulebook.RuleTrials.Trial;
import java.util.List;

/**
 * All rules of a rule book, tried on examples.
 *
 * @param coverage which rules and conditions the examples need
 * @param mutations which mutants they notice; none unless wished
 */
record TriedRules(RuleCoverage coverage, RuleMutations mutations) {

  static TriedRules on(Doctor doctor, List<Example> examples, boolean mutate) {
    RuleTrials trials = RuleTrials.of(doctor.rules(), mutate);
    RuleCoverage coverage = new RuleCoverage(doctor.rules().rules());
    RuleMutations mutations = new RuleMutations(doctor, trials.mutants());
    Progress progress = Progress.of("examples tried");
    progress.expect(examples.size());
    for (Example example : examples) {
      Trial trial = trials.run(example.facts());
      coverage.add(trial);
      mutations.add(example, trial);
      progress.advance(1);
      progress.done();
    }
    progress.erase();
    return new TriedRules(coverage, mutations);
  }
}
