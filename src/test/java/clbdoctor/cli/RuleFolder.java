package clbdoctor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the shipped rules to edit. */
final class RuleFolder {
  private RuleFolder() {}

  static Path copy(Path into) throws IOException {
    Path rules = Path.of("rules");
    try (Stream<Path> paths = Files.walk(rules)) {
      for (Path path : paths.toList()) {
        Path target = into.resolve("rules").resolve(rules.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return into.resolve("rules");
  }

  /** Replaces every occurrence. */
  static void editAll(Path file, String from, String to) throws IOException {
    edit(file, from, to);
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  /** Replaces the first occurrence. */
  static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(from)) {
      throw new AssertionError(file + " does not say " + from);
    }
    int at = text.indexOf(from);
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }
}
