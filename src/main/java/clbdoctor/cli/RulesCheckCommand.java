package clbdoctor.cli;

import clbdoctor.report.CheckReport;
import clbdoctor.text.Folder;
import clbdoctor.text.Problem;
import clbdoctor.text.Severity;
import clbdoctor.yaml.Trees;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor rules check [DIR]}. */
@Command(
    name = "check",
    customSynopsis = {
      "  clb-doctor rules check",
      "  clb-doctor rules check --format sarif --output rules.sarif my-rules"
    },
    description = "Say everything that is wrong with the rules: words, sense, texts, cases.")
final class RulesCheckCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    sarif
  }

  @Mixin private RulesOption rules;
  @Mixin private OutputOptions output;

  @Option(names = "--format", defaultValue = "text", description = "text, json or sarif.")
  private Format format;

  @Option(names = "--notes", description = "Show notes too, not only errors and warnings.")
  private boolean notes;

  @Parameters(paramLabel = "DIR", arity = "0..1", description = "A rule folder.")
  private Path folder;

  private final Map<String, List<String>> read = new HashMap<>();

  @Override
  public Integer call() throws IOException {
    FolderCheck check =
        FolderCheck.of(folder == null ? rules.folders() : List.of(RulesOption.existing(folder)));
    List<Problem> shown =
        check.problems().stream()
            .filter(problem -> notes || format != Format.text || !isNote(problem))
            .toList();
    CheckReport report = new CheckReport(shown, (file, line) -> line(check.folders(), file, line));
    try (PrintStream out = output.stream()) {
      out.print(
          switch (format) {
            case json -> Trees.json(report.tree());
            case sarif -> Trees.json(report.sarif(VersionCommand.version()));
            default -> report.text() + summary(check);
          });
    }
    return check.failed() ? Exit.BAD_INPUT : 0;
  }

  private String summary(FolderCheck check) {
    boolean hidden = !notes && check.problems().stream().anyMatch(RulesCheckCommand::isNote);
    boolean grave = check.problems().stream().anyMatch(problem -> !isNote(problem));
    return check.causes()
        + " causes, "
        + check.rules()
        + " rules: "
        + CheckReport.counted(check.problems())
        + (hidden ? " (--notes shows the notes)" : "")
        + (grave ? "; clb-doctor rules explain CODE says more" : "")
        + "\n";
  }

  private static boolean isNote(Problem problem) {
    return problem.severity() == Severity.NOTE;
  }

  private Optional<String> line(List<Folder> folders, String file, int line) {
    List<String> lines = read.computeIfAbsent(file, name -> lines(folders, name));
    return line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty();
  }

  private static List<String> lines(List<Folder> folders, String file) {
    for (Folder folder : folders) {
      Path path = folder.path().resolve(file.replaceFirst("^\\Q" + folder.name() + "\\E/", ""));
      if (file.startsWith(folder.name() + "/") && Files.isRegularFile(path)) {
        try {
          return Files.readAllLines(path);
        } catch (IOException e) {
          return List.of();
        }
      }
    }
    return List.of();
  }
}
