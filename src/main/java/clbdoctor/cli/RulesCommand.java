package clbdoctor.cli;

import clbdoctor.diagnosis.CausePage;
import clbdoctor.diagnosis.Fix;
import clbdoctor.diagnosis.Rule;
import clbdoctor.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor rules …}: what the rule folder holds. */
@Command(
    name = "rules",
    customSynopsis = {
      "  clb-doctor rules list",
      "  clb-doctor rules check",
      "  clb-doctor rules test",
      "  clb-doctor rules new proxy-loop"
    },
    description = "What the rule folder holds.",
    subcommands = {
      RulesCheckCommand.class,
      RulesDiffCommand.class,
      RulesDocsCommand.class,
      RulesExplainCommand.class,
      RulesNewCommand.class,
      RulesSchemaCommand.class,
      RulesTestCommand.class
    })
final class RulesCommand {

  @Command(
      name = "list",
      customSynopsis = "  clb-doctor rules list",
      description = "List the causes on the way of the check.")
  int list(@Mixin RulesOption rules) {
    Doctor doctor = rules.doctor();
    doctor.catalogue().causes().values().stream()
        .sorted(Comparator.comparing(CausePage::order))
        .forEach(
            page -> System.out.printf("%-30s %-17s %s%n", page.id(), page.layer(), page.title()));
    System.out.println("rules " + doctor.rules().shortHash());
    doctor.overrides().forEach(override -> System.out.println("laid over: " + override));
    return 0;
  }

  @Command(
      name = "show",
      customSynopsis = "  clb-doctor rules show no-listener",
      description = "Show a cause: what it means, its rules, its fixes.")
  int show(
      @Mixin RulesOption rules,
      @Parameters(paramLabel = "CAUSE", description = "Id of a cause; see rules list.") String id)
      throws IOException {
    Doctor doctor = rules.doctor();
    CausePage page = doctor.catalogue().causes().get(id);
    if (page == null) {
      System.err.println(
          "there is no cause \""
              + id
              + "\""
              + Nearest.hint(id, doctor.catalogue().causes().keySet()));
      return Exit.USAGE;
    }
    System.out.println(page.title() + "\n" + page.meaning() + "\n");
    System.out.println("document: " + paragraphs(doctor, id));
    for (String fixId : page.fixes()) {
      Fix fix = doctor.catalogue().fixes().get(fixId);
      System.out.println("fix:      " + fix.id() + ": " + fix.says());
    }
    Path folder = rules.folders().get(0);
    String file = page.file().replace(".yaml", ".drl");
    System.out.println("rules:    " + file + "\n");
    System.out.print(Files.readString(folder.resolveSibling(file)));
    return 0;
  }

  private static String paragraphs(Doctor doctor, String id) {
    String found =
        doctor.catalogue().rulesOf(id).stream()
            .map(Rule::document)
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? "beyond the document" : found;
  }
}
