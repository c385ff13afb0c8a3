package clbdoctor.cli;

import clbdoctor.yaml.RuleSchema;
import clbdoctor.yaml.Trees;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor rules schema [KIND]}. */
@Command(
    name = "schema",
    customSynopsis = "  clb-doctor rules schema cause > cause.schema.json",
    description = "Print the JSON Schema of the YAML files of a rule folder, for editors.")
final class RulesSchemaCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      defaultValue = "cause",
      description = "${COMPLETION-CANDIDATES}; a page of a cause when left out.")
  private RuleSchema.Kind kind;

  @Override
  public Integer call() {
    System.out.print(Trees.json(RuleSchema.tree(kind)));
    return 0;
  }
}
