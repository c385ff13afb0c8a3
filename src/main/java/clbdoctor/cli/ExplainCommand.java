package clbdoctor.cli;

import clbdoctor.derived.Derivation;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Facts;
import clbdoctor.report.Explanation;
import clbdoctor.rulebook.RuleBook;
import clbdoctor.rulebook.WhyNot;
import clbdoctor.text.Nearest;
import clbdoctor.yaml.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor explain [--not] CAUSE REPORT}. */
@Command(
    name = "explain",
    customSynopsis = {
      "  clb-doctor explain no-listener report.yaml",
      "  clb-doctor explain --not host-firewall-drops report.yaml"
    },
    description = "Say why a cause is named in a report, or why not.")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private RulesOption rules;
  @Mixin private OutputOptions output;

  @Option(names = "--not", description = "Say of each rule which condition does not hold.")
  private boolean not;

  @Parameters(index = "0", paramLabel = "CAUSE", description = "Id of a cause; see rules list.")
  private String causeId;

  @Parameters(index = "1", paramLabel = "REPORT", description = "A file, or - for standard input.")
  private String input;

  private int exit;

  @Override
  public Integer call() throws IOException {
    Doctor doctor = rules.doctor();
    if (!doctor.catalogue().causes().containsKey(causeId)) {
      System.err.println(
          "there is no cause \""
              + causeId
              + "\""
              + Nearest.hint(causeId, doctor.catalogue().causes().keySet()));
      return Exit.USAGE;
    }
    try (PrintStream out = output.stream()) {
      new Inputs(
              report -> out.print(explained(doctor, report)),
              problem -> {
                System.err.println(problem);
                exit = Exit.BAD_INPUT;
              })
          .read(List.of(input));
    }
    return exit;
  }

  private String explained(Doctor doctor, Report report) {
    RuleBook book = doctor.rules();
    Facts facts = Derivation.complete(report.facts());
    List<Firing> firings =
        book.run(facts).stream()
            .filter(firing -> firing.rule().conclusion().causeId().equals(causeId))
            .toList();
    Explanation explanation =
        new Explanation(doctor.catalogue().causes().get(causeId), facts, output.style());
    for (Firing firing : firings) {
      explanation.holds(firing);
    }
    if (not || firings.isEmpty()) {
      blocked(doctor, facts, firings)
          .forEach(w -> explanation.doesNotHold(w.rule(), w.condition(), w.against()));
    }
    return explanation.text();
  }

  private List<WhyNot> blocked(Doctor doctor, Facts facts, List<Firing> firings) {
    List<WhyNot> blocked = new ArrayList<>();
    for (Rule rule : doctor.catalogue().rulesOf(causeId)) {
      if (firings.stream().noneMatch(firing -> firing.rule() == rule)) {
        doctor.rules().whyNot(rule, facts).ifPresent(blocked::add);
      }
    }
    return blocked;
  }
}
