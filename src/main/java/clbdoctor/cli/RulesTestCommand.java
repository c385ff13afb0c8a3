package clbdoctor.cli;

import clbdoctor.rulebook.Mutant;
import clbdoctor.rulebook.RuleTrials;
import clbdoctor.rulebook.RuleTrials.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor rules test [--coverage] [--mutate] [--junit FILE] [SAMPLE…]}. */
@Command(
    name = "test",
    description = "Run the cases beside the rules, and samples if given.",
    mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
  @Mixin private RulesOption rules;

  @Option(
      names = "--coverage",
      description = "List rules that no case fires, conditions never true or never false.")
  private boolean coverage;

  @Option(
      names = "--mutate",
      description = "Change every rule in every small way; list what no case notices.")
  private boolean mutate;

  @Option(names = "--junit", paramLabel = "FILE", description = "Also write a JUnit report.")
  private Path junit;

  @Parameters(paramLabel = "SAMPLE", arity = "0..*", description = "Reports with expect:.")
  private List<String> samples = List.of();

  @Override
  public Integer call() throws IOException {
    Doctor doctor = rules.doctor();
    RuleTests tests = new RuleTests(doctor);
    tests.runCases();
    tests.runSamples(samples);
    if (junit != null) {
      Files.writeString(junit, JunitReport.of(tests.results()));
    }
    tests.failures().forEach(System.out::println);
    System.out.println(tests.passed() + " passed, " + tests.failures().size() + " failed");
    if (!tests.failures().isEmpty()) {
      return 1;
    }
    return coverage || mutate ? tried(doctor, tests.examples()) : 0;
  }

  private int tried(Doctor doctor, List<Example> examples) {
    RuleTrials trials = RuleTrials.of(doctor.rules(), mutate);
    RuleCoverage covered = new RuleCoverage(doctor.rules().rules());
    RuleMutations mutations = new RuleMutations(doctor, trials.mutants());
    for (Example example : examples) {
      Trial trial = trials.run(example.facts());
      covered.add(trial);
      mutations.add(example, trial);
    }
    int exit = 0;
    if (coverage) {
      exit = tell(covered);
    }
    return mutate ? Math.max(exit, tell(mutations)) : exit;
  }

  private static int tell(RuleCoverage covered) {
    covered.gaps().forEach(System.out::println);
    System.out.printf(
        "%d of %d rules hold in some case, %d of %d outcomes of conditions occur%n",
        covered.coveredRules(), covered.rules(), covered.coveredOutcomes(), covered.outcomes());
    return covered.gaps().isEmpty() ? 0 : 1;
  }

  private static int tell(RuleMutations mutations) {
    for (Mutant mutant : mutations.survivors()) {
      System.out.println(mutant.place() + ": no case notices: " + mutant.change());
    }
    int all = mutations.mutants().size();
    int noticed = all - mutations.survivors().size();
    System.out.printf("%d of %d mutants noticed (%.1f %%)%n", noticed, all, 100.0 * noticed / all);
    return noticed == all ? 0 : 1;
  }
}
