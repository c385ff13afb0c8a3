package clbdoctor.cli;

import clbdoctor.rulebook.Mutant;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor rules test [--coverage] [--mutate] [--junit FILE] [SAMPLE…]}. */
@Command(
    name = "test",
    customSynopsis = {
      "  clb-doctor rules test",
      "  clb-doctor rules test --coverage --mutate facts-samples",
      "  clb-doctor rules test --junit target/rules.xml"
    },
    description = "Run the cases beside the rules, and samples if given.")
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
    Progress progress = Progress.of("examples");
    RuleTests tests = new RuleTests(doctor, progress);
    tests.runCases();
    tests.runSamples(samples);
    progress.erase();
    if (junit != null) {
      try (PrintStream out = WrittenStream.toFile(junit)) {
        out.print(JunitReport.of(tests.results()));
      }
    }
    tests.failures().forEach(System.out::println);
    System.out.println(tests.passed() + " passed, " + tests.failures().size() + " failed");
    if (!tests.failures().isEmpty()) {
      return 1;
    }
    return coverage || mutate ? tried(doctor, tests.examples()) : 0;
  }

  private int tried(Doctor doctor, List<Example> examples) throws IOException {
    TriedRules tried = TriedRules.on(doctor, examples, mutate);
    int exit = coverage ? tell(tried.coverage()) : 0;
    return mutate
        ? Math.max(exit, tell(tried.mutations(), ExplainedMutants.in(rules.folders())))
        : exit;
  }

  private static int tell(RuleCoverage covered) {
    covered.gaps().forEach(System.out::println);
    System.out.printf(
        "%d of %d rules hold in some case, %d of %d outcomes of conditions occur%n",
        covered.coveredRules(), covered.rules(), covered.coveredOutcomes(), covered.outcomes());
    return covered.gaps().isEmpty() ? 0 : 1;
  }

  private static int tell(RuleMutations mutations, ExplainedMutants explained) {
    List<Mutant> survivors = mutations.survivors();
    List<Mutant> open = survivors.stream().filter(one -> !explained.explains(one)).toList();
    Set<String> outdated = explained.outdated(survivors);
    open.forEach(one -> System.out.println(one.place() + ": no case notices: " + one.change()));
    outdated.forEach(
        key -> System.out.println(ExplainedMutants.FILE + ": some case notices: " + key));
    int all = mutations.mutants().size();
    int noticed = all - survivors.size();
    System.out.printf(
        "%d of %d mutants noticed (%.1f %%), %d more explained in %s%n",
        noticed, all, 100.0 * noticed / all, survivors.size() - open.size(), ExplainedMutants.FILE);
    return open.isEmpty() && outdated.isEmpty() ? 0 : 1;
  }
}
