package clbdoctor.cli;

import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.report.DiagnosisSchema;
import clbdoctor.yaml.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
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
                (doctor, files) -> read(doctor, files, out))
            .run();
      }
      read(rules.doctor(), inputs, out);
    }
    return presentation.exit(exit);
  }

  private void read(Doctor doctor, List<String> names, PrintStream out) {
    new Inputs(
            report -> print(doctor, report, out),
            problem -> {
              System.err.println(problem);
              exit = Exit.gravest(exit, Exit.BAD_INPUT);
            })
        .read(names);
    out.flush();
  }

  private void print(Doctor doctor, Report report, PrintStream out) {
    Diagnosis diagnosis = doctor.diagnose(report);
    report.unread().forEach(line -> System.err.println("note: " + line));
    exit = Exit.gravest(exit, Exit.of(diagnosis.verdict()));
    presentation.print(doctor, diagnosis, out);
  }
}
