package clbdoctor.cli;

import clbdoctor.text.Problem;
import clbdoctor.yaml.ConvertedFacts;
import clbdoctor.yaml.ConvertedFacts.Notation;
import clbdoctor.yaml.FactSchema;
import clbdoctor.yaml.FactTemplate;
import clbdoctor.yaml.Trees;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor facts …}: the form of fact files. */
@Command(
    name = "facts",
    customSynopsis = {
      "  clb-doctor facts template > report.yaml",
      "  clb-doctor facts validate report.yaml",
      "  clb-doctor facts convert --to json report.yaml"
    },
    description = "The form of fact files: template, schema, validation, other notations.")
final class FactsCommand {
  private int exit;

  @Command(
      name = "template",
      customSynopsis = "  clb-doctor facts template > report.yaml",
      description = "Print a fact file to fill in, with comments.")
  int template() {
    System.out.print(FactTemplate.text());
    return 0;
  }

  @Command(
      name = "schema",
      customSynopsis = "  clb-doctor facts schema > facts.schema.json",
      description = "Print the JSON Schema of fact files.")
  int schema() {
    System.out.print(Trees.json(FactSchema.tree()));
    return 0;
  }

  @Command(
      name = "validate",
      customSynopsis = {
        "  clb-doctor facts validate report.yaml",
        "  clb-doctor facts validate reports/"
      },
      description = "Say what is wrong in fact files.")
  int validate(
      @Parameters(paramLabel = "REPORT", arity = "1..*", description = "Files, folders, or -.")
          List<String> inputs) {
    Progress progress = Progress.of("reports");
    new Inputs(
            progress,
            report -> progress.result(() -> System.out.println(report.file() + ": fine")),
            this::refuse)
        .read(inputs);
    progress.erase();
    return exit;
  }

  @Command(
      name = "convert",
      customSynopsis = {
        "  clb-doctor facts convert --to json report.yaml",
        "  clb-doctor facts convert --to jsonl --output reports.jsonl reports/",
        "  clb-doctor facts convert reports.jsonl > reports.yaml"
      },
      description = "Write fact files in another notation; comments are left behind.")
  int convert(
      @Mixin OutputOptions output,
      @Option(
              names = "--to",
              paramLabel = "NOTATION",
              defaultValue = "yaml",
              description = "yaml, json or jsonl (one line a report); yaml when left out.")
          Notation notation,
      @Parameters(paramLabel = "REPORT", arity = "1..*", description = "Files, folders, or -.")
          List<String> inputs) {
    Progress progress = Progress.of("reports");
    try (PrintStream out = output.stream()) {
      Inputs.read(
          inputs,
          progress,
          (name, stream) ->
              ConvertedFacts.of(
                  name,
                  stream,
                  notation,
                  text -> {
                    progress.result(() -> out.print(text));
                    progress.done();
                  },
                  problem -> progress.aside(() -> refuse(problem))),
          this::refuse);
    }
    progress.erase();
    return exit;
  }

  private void refuse(Problem problem) {
    System.err.println(problem);
    exit = Exit.BAD_INPUT;
  }
}
