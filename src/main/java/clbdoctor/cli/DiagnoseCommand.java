package clbdoctor.cli;

import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.report.DiagnosisSchema;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.MergedReport;
import clbdoctor.yaml.Report;
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
      "  cat report.yaml | clb-doctor diagnose -"
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
    Doctor doctor = rules.doctor();
    try (PrintStream out = presentation.stream()) {
      List<Report> reports = new ArrayList<>();
      new Inputs(
              redact.key(),
              merge ? reports::add : report -> print(doctor, report, out),
              this::refuse)
          .read(inputs);
      if (!reports.isEmpty()) {
        merged(reports).ifPresent(report -> print(doctor, report, out));
      }
    }
    return presentation.exit(exit);
  }

  private Optional<Report> merged(List<Report> reports) {
    try {
      return Optional.of(MergedReport.of(reports));
    } catch (ProblemsException e) {
      e.problems().forEach(this::refuse);
      return Optional.empty();
    }
  }

  private void refuse(Problem problem) {
    System.err.println(problem);
    exit = Exit.gravest(exit, Exit.BAD_INPUT);
  }

  private void print(Doctor doctor, Report report, PrintStream out) {
    Diagnosis diagnosis = doctor.diagnose(report);
    report.unread().forEach(line -> System.err.println("note: " + line));
    exit = Exit.gravest(exit, Exit.of(diagnosis.verdict()));
    presentation.print(doctor, diagnosis, out);
  }
}
