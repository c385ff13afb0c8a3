package clbdoctor.cli;

import clbdoctor.report.CauseCatalogue;
import clbdoctor.yaml.RuleCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clb-doctor rules docs [-o DIR]}. */
@Command(
    name = "docs",
    customSynopsis = "  clb-doctor rules docs --output catalogue",
    description = "Write what the rules know as Markdown: a page for each cause, and an index.")
final class RulesDocsCommand implements Callable<Integer> {
  @Mixin private RulesOption rules;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "src/docs/causes",
      description = "Where to write; ${DEFAULT-VALUE} when left out.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    Map<String, String> pages = pages(rules.doctor());
    Files.createDirectories(output);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(output.resolve(page.getKey()), page.getValue());
    }
    System.out.println(pages.size() + " pages in " + output);
    return 0;
  }

  static Map<String, String> pages(Doctor doctor) {
    Map<String, List<String>> examples =
        doctor.cases().stream()
            .collect(
                Collectors.groupingBy(
                    RuleCase::causeId,
                    Collectors.mapping(RulesDocsCommand::sentence, Collectors.toList())));
    return new CauseCatalogue(doctor.catalogue(), examples).pages();
  }

  private static String sentence(RuleCase one) {
    String outcome =
        one.ruledOut()
            ? "ruled out"
            : one.expect().containsKey(one.causeId())
                ? one.expect().get(one.causeId()).toString()
                : "not named";
    String others =
        one.expect().entrySet().stream()
            .filter(entry -> !entry.getKey().equals(one.causeId()))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .sorted()
            .collect(Collectors.joining(", "));
    return one.name() + ": " + outcome + (others.isEmpty() ? "" : "; besides " + others);
  }
}
