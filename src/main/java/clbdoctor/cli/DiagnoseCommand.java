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
import java.util.concurrent.CancellationException;
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
    description = "Name the causes in field reports, with proof and fixes.")
final class DiagnoseCommand implements Callable<Integer> {
  private static final int SECONDS_TO_END = 2;

  @Spec private CommandSpec spec;
  @Mixin private RulesOption rules = new RulesOption();
  @Mixin private Presentation presentation = new Presentation();
  @Mixin private RedactOptions redact = new RedactOptions();

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
  private int diagnosed;

  /** The command with these inputs and no option. */
  static DiagnoseCommand of(List<String> inputs) {
    DiagnoseCommand command = new DiagnoseCommand();
    command.inputs = inputs;
    return command;
  }

  @Override
  public Integer call() throws IOException {
    if (schema) {
      System.out.print(DiagnosisSchema.text());
      return 0;
    }
    if (inputs.isEmpty()) {
      spec.commandLine().usage(System.err);
      return Exit.USAGE;
    }
    return watch ? watched() : once();
  }

  private int once() {
    Doctor doctor = rules.doctor();
    Interruption interruption = Interruption.within(SECONDS_TO_END);
    try (PrintStream out = presentation.stream()) {
      presentation.begin(doctor, out);
      read(doctor, inputs, out, interruption);
      presentation.end(!interruption.happened(), out);
      if (interruption.happened()) {
        System.err.println("interrupted: " + diagnosed + " reports diagnosed, the rest was not");
      }
    }
    interruption.over();
    return interruption.happened() ? Exit.INTERRUPTED : presentation.exit(exit);
  }

  private int watched() throws IOException {
    if (inputs.contains("-")) {
      throw new WrongUsageException("--watch needs files or folders; standard input ends");
    }
    if (!presentation.endless()) {
      throw new WrongUsageException("--watch never ends; a file in this format has an end");
    }
    Interruption none = Interruption.never();
    try (PrintStream out = presentation.stream()) {
      return new Watch(
              rules.live(System.err::println),
              inputs,
              (doctor, files) -> {
                presentation.begin(doctor, out);
                read(doctor, merge ? inputs : files, out, none);
                out.flush();
              })
          .run();
    }
  }

  private void read(Doctor doctor, List<String> names, PrintStream out, Interruption interruption) {
    Progress progress = Progress.of("reports");
    try (InOrder<Answer> answers = new InOrder<>(answer -> print(answer, out, progress))) {
      List<Outcome> merged = new ArrayList<>();
      new Inputs(
              redact.key(),
              progress,
              document -> {
                if (interruption.happened()) {
                  throw new CancellationException();
                } else if (merge) {
                  merged.add(document.get());
                } else {
                  answers.add(() -> answer(doctor, document.get()));
                }
              })
          .read(names);
      merged(merged).forEach(outcome -> answers.add(() -> answer(doctor, outcome)));
    } catch (CancellationException e) {
      // What is written up to here is the partial result.
    }
    progress.erase();
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
   * @param text the diagnosis as it is written; empty when there is none
   * @param problems why there is none
   * @param notes for standard error
   */
  private record Answer(
      Optional<Diagnosis> diagnosis, String text, List<Problem> problems, List<String> notes) {
    static Answer refused(List<Problem> problems) {
      return new Answer(Optional.empty(), "", problems, List.of());
    }

    int exit() {
      return diagnosis.map(d -> Exit.of(d.verdict())).orElse(Exit.BAD_INPUT);
    }
  }

  private Answer answer(Doctor doctor, Outcome document) {
    if (document instanceof Outcome.Refused refused) {
      return Answer.refused(refused.problems());
    }
    Report report = ((Outcome.Read) document).report();
    try {
      Diagnosis diagnosis = doctor.diagnose(report);
      return new Answer(
          Optional.of(diagnosis),
          presentation.rendered(diagnosis),
          List.of(),
          report.unread().stream().map(line -> "note: " + line).toList());
    } catch (ProblemsException e) {
      return Answer.refused(e.problems().stream().map(p -> p.in(report.file())).toList());
    }
  }

  private void print(Answer answer, PrintStream out, Progress progress) {
    exit = Exit.gravest(exit, answer.exit());
    if (!answer.notes().isEmpty() || !answer.problems().isEmpty()) {
      progress.aside(
          () -> {
            answer.notes().forEach(System.err::println);
            answer.problems().forEach(System.err::println);
          });
    }
    progress.result(() -> present(answer, out));
    progress.done();
  }

  private void present(Answer answer, PrintStream out) {
    if (answer.diagnosis().isPresent()) {
      diagnosed++;
      presentation.print(answer.diagnosis().get(), answer.text(), out);
    } else {
      presentation.print(answer.problems(), out);
    }
  }
}
