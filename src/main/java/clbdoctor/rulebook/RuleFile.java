package clbdoctor.rulebook;

import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The text of one rule file.
 *
 * @param name how messages call it: {@code rules/6-service/no-listener.drl}
 */
record RuleFile(String name, String text) {

  private static final String ENDING = ".drl";
  private static final long MOST_BYTES = 1_000_000;

  /** All rule files below a folder, sorted by name, whatever order the disk gives them in. */
  static List<RuleFile> in(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<RuleFile> files =
          paths
              .filter(path -> path.toString().endsWith(ENDING))
              .sorted()
              .map(path -> read(folder, path))
              .toList();
      if (files.isEmpty()) {
        throw new ProblemsException(
            List.of(new Problem(folder.toString(), 1, 0, "there is no rule file (*.drl) in it")));
      }
      return files;
    } catch (IOException e) {
      throw new ProblemsException(
          List.of(new Problem(folder.toString(), 1, 0, "cannot be read as a rule folder")));
    }
  }

  /** The id of the cause that the file is about: its own name. */
  String causeId() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.substring(0, last.length() - ENDING.length());
  }

  private static RuleFile read(Path folder, Path path) {
    String name =
        folder.getFileName() + "/" + folder.relativize(path).toString().replace('\\', '/');
    try {
      if (Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES) {
        return new RuleFile(name, Files.readString(path));
      }
      throw unreadable(name, "is no plain file of at most " + MOST_BYTES + " bytes");
    } catch (IOException e) {
      throw unreadable(name, "cannot be read as a text in UTF-8");
    }
  }

  private static ProblemsException unreadable(String name, String reason) {
    return new ProblemsException(List.of(new Problem(name, 1, 0, reason)));
  }
}
