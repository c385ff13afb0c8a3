package clbdoctor.cli;

import clbdoctor.cache.ReadFiles;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where the rules are. */
final class RulesOption {
  /** The launcher says here in which folder it stands. */
  static final String HOME = "clbdoctor.home";

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "The rule folder; without it, the one beside the program.")
  private Path rules;

  @Option(names = "--debug", description = "On an internal error print its trace.")
  private boolean debug;

  @Option(
      names = "--no-cache",
      description = "Read every rule file anew, and keep nothing for later runs.")
  private boolean noCache;

  Path folder() {
    if (rules != null) {
      return existing(rules);
    }
    Optional<Path> home = Optional.ofNullable(System.getProperty(HOME)).map(Path::of);
    return home.stream()
        .flatMap(h -> Stream.of(h.resolve("rules"), h.resolve("../rules").normalize()))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseGet(() -> existing(Path.of("rules")));
  }

  Doctor doctor() {
    Path folder = folder();
    return Doctor.load(folder, memory(folder));
  }

  /** The rules of the folder, for a program that runs on while people edit them. */
  LiveRules live(Consumer<String> tell) throws IOException {
    Path folder = folder();
    return new LiveRules(folder, memory(folder), tell);
  }

  private ReadFiles memory(Path folder) {
    return noCache ? ReadFiles.none() : Memory.of(folder);
  }

  private static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ProblemsException(
          List.of(
              new Problem(
                  folder.toString(), 1, 0, "there is no such rule folder; give --rules DIR")));
    }
    return folder.toAbsolutePath().normalize();
  }
}
