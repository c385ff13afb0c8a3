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
      description = {
        "The rule folder; without it, the one beside the program.",
        "A second one is laid over the first and changes what it says."
      })
  private List<Path> rules = List.of();

  @Option(
      names = "--no-cache",
      description = "Read every rule file anew, and keep nothing for later runs.")
  private boolean noCache;

  /** The rules themselves, and the folders laid over them. */
  List<Path> folders() {
    List<Path> given = rules.stream().map(RulesOption::existing).toList();
    return given.isEmpty() ? List.of(shipped()) : given;
  }

  private static Path shipped() {
    Optional<Path> home = Optional.ofNullable(System.getProperty(HOME)).map(Path::of);
    return home.stream()
        .flatMap(h -> Stream.of(h.resolve("rules"), h.resolve("../rules").normalize()))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseGet(() -> existing(Path.of("rules")));
  }

  /** The folders at work; what one puts in the place of another is said. */
  Doctor doctor() {
    List<Path> folders = folders();
    Doctor doctor = Doctor.load(folders, memory(folders));
    doctor.overrides().forEach(override -> System.err.println("note: " + override));
    return doctor;
  }

  /** The folders at work, for a program that runs on while people edit them. */
  LiveRules live(Consumer<String> tell) throws IOException {
    List<Path> folders = folders();
    return new LiveRules(folders, memory(folders), tell);
  }

  private ReadFiles memory(List<Path> folders) {
    return noCache ? ReadFiles.none() : Memory.of(folders.get(0));
  }

  static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ProblemsException(
          List.of(
              new Problem(
                  folder.toString(), 1, 0, "there is no such rule folder; give --rules DIR")));
    }
    return folder.toAbsolutePath().normalize();
  }
}
