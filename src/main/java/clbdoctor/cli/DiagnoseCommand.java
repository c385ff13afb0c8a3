package clbdoctor.cli;

import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.report.DiagnosisSchema;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.MergedReport;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.Reports.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clb-doctor diagnose REPORT…}. */
@Command(
    name = "diagnose",
    customSynopsis = {
      "  clb-doctor diagnose report.yaml",
      "  clb-doctor diagnose --format json reports/ other.yaml",
      "  clb-doctor diagnose --merge server.yaml peer.yaml",
      "  cat report.yaml | clb-doctor diagnose -",
      "  clb-doctor diagnose --watch reports/"
    },
    synopsisHeading = "Examples:%n",
    description = "Name the causes in field reports, with proof and fixes.",
    mixinStandardHelpOptions = true)
final class DiagnoseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RulesOption rules;
  @Mixin private Presentation presentation;
  @Mixin private RedactOptions redact;

  @Option(
      names = "--merge",
      description = "Take all reports for one: on the same back-end port, from several places.")
  private boolean merge;

  @Option(names = "--schema", description = "Print the JSON Schema of a diagnosis and end.")
  private boolean schema;

  @Option(
      names = "--watch",
      description = "Diagnose again when a report or a rule is saved, until interrupted.")
  private boolean watch;

  @Parameters(paramLabel = "REPORT", description = "Files, folders, or - for standard input.")
  private List<String> inputs = List.of();

  private int exit = Exit.NOTHING_WRONG;

  @Override
  public Integer call() throws IOException {
    if (schema) {
      System.out.print(DiagnosisSchema.text());
      return 0;
    }
    if (inputs.isEmpty() || inputs.contains("-") && Terminal.input()) {
      spec.commandLine().usage(System.err);
      return Exit.USAGE;
    }
    if (watch && inputs.contains("-")) {
      System.err.println("--watch needs files or folders; standard input ends");
      return Exit.USAGE;
    }
    try (PrintStream out = presentation.stream()) {
      if (watch) {
        return new Watch(
                rules.live(System.err::println),
                inputs,
                (doctor, files) -> read(doctor, merge ? inputs : files, out))
            .run();
      }
      read(rules.doctor(), inputs, out);
    }
    return presentation.exit(exit);
  }

  private void read(Doctor doctor, List<String> names, PrintStream out) {
    try (InOrder<Answer> answers = new InOrder<>(answer -> print(answer, out))) {
      List<Outcome> merged = new ArrayList<>();
      new Inputs(
              redact.key(),
              document -> {
                if (merge) {
                  merged.add(document.get());
                } else {
                  answers.add(() -> answer(doctor, document.get()));
                }
              })
          .read(names);
      merged(merged).forEach(outcome -> answers.add(() -> answer(doctor, outcome)));
    }
    out.flush();
  }

  /** One report of all good ones, and what is wrong with the others. */
  private static List<Outcome> merged(List<Outcome> read) {
    List<Outcome> merged =
        new ArrayList<>(read.stream().filter(Outcome.Refused.class::isInstance).toList());
    List<Report> reports =
        read.stream()
            .filter(Outcome.Read.class::isInstance)
            .map(outcome -> ((Outcome.Read) outcome).report())
            .toList();
    try {
      if (!reports.isEmpty()) {
        merged.add(new Outcome.Read(MergedReport.of(reports)));
      }
    } catch (ProblemsException e) {
      merged.add(new Outcome.Refused(e.problems()));
    }
    return merged;
  }

  /**
   * What is said of one document.
   *
   * @param messages for standard error
   */
  private record Answer(Optional<String> diagnosis, List<String> messages, int exit) {}

  private Answer answer(Doctor doctor, Outcome document) {
    if (document instanceof Outcome.Refused refused) {
      return new Answer(
          Optional.empty(),
          refused.problems().stream().map(Problem::toString).toList(),
          Exit.BAD_INPUT);
    }
    Report report = ((Outcome.Read) document).report();
    try {
      Diagnosis diagnosis = doctor.diagnose(report);
      return new Answer(
          Optional.of(presentation.rendered(doctor, diagnosis)),
          report.unread().stream().map(line -> "note: " + line).toList(),
          Exit.of(diagnosis.verdict()));
    } catch (ProblemsException e) {
      return new Answer(Optional.empty(), List.of(e.getMessage()), Exit.BAD_INPUT);
    }
  }

  private void print(Answer answer, PrintStream out) {
    answer.messages().forEach(System.err::println);
    exit = Exit.gravest(exit, answer.exit());
    answer.diagnosis().ifPresent(text -> presentation.print(text, out));
  }
}
