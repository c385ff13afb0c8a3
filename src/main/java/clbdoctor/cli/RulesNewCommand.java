package clbdoctor.cli;

import clbdoctor.text.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clb-doctor rules new ID}. */
@Command(
    name = "new",
    customSynopsis = {
      "  clb-doctor rules new proxy-loop --layer 7-http --title \"A proxy calls itself\"",
    },
    description = "Begin a cause: its two files, with what is still missing named.")
final class RulesNewCommand implements Callable<Integer> {
  @Mixin private RulesOption rules;

  @Option(names = "--layer", paramLabel = "FOLDER", description = "Such as 6-service.")
  private String layer;

  @Option(names = "--title", description = "The cause in one sentence, without a full stop.")
  private String title;

  @Option(
      names = "--paragraph",
      paramLabel = "7.1",
      description = "Of the troubleshooting document; empty for a cause beyond it.")
  private String paragraph;

  @Parameters(paramLabel = "ID", description = "The fault in small letters with hyphens.")
  private String id;

  private final BufferedReader answers =
      new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

  @Override
  public Integer call() throws IOException {
    List<Path> folders = rules.folders();
    List<String> layers = layers(folders.get(0));
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      return refuse("an id is small letters, digits and hyphens, found \"" + id + "\"");
    }
    layer = answer(layer, "At which step of the check does it strike? " + layers + " ", "");
    title = answer(title, "The cause in one sentence, without a full stop: ", "");
    paragraph = answer(paragraph, "Paragraph of the document (empty for none): ", "");
    if (!layers.contains(layer)) {
      return refuse("--layer is one of " + String.join(", ", layers));
    }
    if (title.isBlank() || title.contains("\"")) {
      return refuse("--title is the cause in one sentence, without quotes");
    }
    if (!paragraph.matches("|[0-9]+\\.[0-9]+")) {
      return refuse("--paragraph is a number such as 7.1, found \"" + paragraph + "\"");
    }
    Path folder = folders.get(folders.size() - 1).resolve(layer);
    Path drl = folder.resolve(id + ".drl");
    Path yaml = folder.resolve(id + ".yaml");
    if (Files.exists(drl) || Files.exists(yaml)) {
      return refuse(drl + " or " + yaml + " is there already; nothing was written");
    }
    Files.createDirectories(folder);
    Files.writeString(drl, Scaffold.rules(id, title, paragraph));
    Files.writeString(yaml, Scaffold.page(id, title));
    System.out.println("written: " + drl + "\nwritten: " + yaml + "\nStill missing:");
    FolderCheck.of(folders).problems().stream()
        .filter(problem -> problem.file().matches(".*/" + id + "\\.(drl|yaml)"))
        .map(Problem::toString)
        .forEach(missing -> System.out.println("  " + missing));
    return 0;
  }

  private static int refuse(String message) {
    System.err.println(message);
    return Exit.USAGE;
  }

  /** The option, or else what a person at a terminal says. */
  private String answer(String option, String question, String otherwise) throws IOException {
    if (option != null) {
      return option;
    }
    if (!Terminal.input()) {
      return otherwise;
    }
    System.err.print(question);
    System.err.flush();
    String line = answers.readLine();
    return line == null ? otherwise : line.strip();
  }

  private static List<String> layers(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("[0-9]+-[a-z-]+"))
          .sorted()
          .toList();
    }
  }
}
