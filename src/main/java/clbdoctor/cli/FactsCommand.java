package clbdoctor.cli;

import clbdoctor.yaml.FactSchema;
import clbdoctor.yaml.FactTemplate;
import clbdoctor.yaml.Trees;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor facts …}: the form of fact files. */
@Command(
    name = "facts",
    description = "The form of fact files: template, schema, validation.",
    mixinStandardHelpOptions = true)
final class FactsCommand {
  private int exit;

  @Command(name = "template", description = "Print a fact file to fill in, with comments.")
  int template() {
    System.out.print(FactTemplate.text());
    return 0;
  }

  @Command(name = "schema", description = "Print the JSON Schema of fact files.")
  int schema() {
    System.out.print(Trees.json(FactSchema.tree()));
    return 0;
  }

  @Command(name = "validate", description = "Say what is wrong in fact files.")
  int validate(
      @Parameters(paramLabel = "REPORT", arity = "1..*", description = "Files, folders, or -.")
          List<String> inputs) {
    new Inputs(
            report -> System.out.println(report.file() + ": fine"),
            problem -> {
              System.err.println(problem);
              exit = Exit.BAD_INPUT;
            })
        .read(inputs);
    return exit;
  }
}
