package clbdoctor.cli;

import clbdoctor.yaml.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor rules diff OLD NEW --replay DIR}. */
@Command(
    name = "diff",
    customSynopsis = {"  clb-doctor rules diff rules my-rules --replay reports"},
    description = "Say which reports two rule folders diagnose differently, and by which rules.",
    footer = "Exit codes: 0 the same diagnoses, 1 other ones, 3 a folder or report is wrong.")
final class RulesDiffCommand implements Callable<Integer> {

  @Option(
      names = "--replay",
      paramLabel = "REPORT",
      arity = "1..*",
      description = "Files or folders of reports to diagnose with both.")
  private List<String> reports = List.of();

  @Parameters(index = "0", paramLabel = "OLD", description = "A rule folder.")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "A rule folder.")
  private Path young;

  private int replayed;
  private int changed;
  private int exit;

  @Override
  public Integer call() {
    RulesDiff diff =
        new RulesDiff(
            Doctor.load(RulesOption.existing(old)), Doctor.load(RulesOption.existing(young)));
    diff.texts().forEach(System.out::println);
    Progress progress = Progress.of("reports");
    new Inputs(
            progress,
            report -> progress.result(() -> replay(diff, report)),
            problem -> {
              System.err.println(problem);
              exit = Exit.BAD_INPUT;
            })
        .read(reports);
    progress.erase();
    System.out.println(changed + " of " + replayed + " reports diagnosed differently");
    return exit != 0 ? exit : changed > 0 ? 1 : 0;
  }

  private void replay(RulesDiff diff, Report report) {
    replayed++;
    List<String> lines = diff.diagnoses(report);
    if (!lines.isEmpty()) {
      changed++;
      System.out.println(report.file() + ": " + report.name());
      lines.forEach(line -> System.out.println("  " + line));
    }
  }
}
