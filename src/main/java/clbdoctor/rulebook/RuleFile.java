package clbdoctor.rulebook;

import clbdoctor.text.Code;
import clbdoctor.text.Folder;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
  static List<RuleFile> in(Folder folder) {
    try (Stream<Path> paths = Files.walk(folder.path())) {
      return paths
          .filter(path -> path.toString().endsWith(ENDING))
          .sorted()
          .map(path -> read(folder, path))
          .toList();
    } catch (IOException e) {
      throw new ProblemsException(
          List.of(new Problem(folder.name(), 1, 0, "cannot be read as a rule folder")));
    }
  }

  /** The id of the cause that the file is about: its own name. */
  String causeId() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.substring(0, last.length() - ENDING.length());
  }

  private static RuleFile read(Folder folder, Path path) {
    String name = folder.nameOf(path);
    try {
      if (Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES) {
        return new RuleFile(name, Files.readString(path));
      }
      throw unreadable(name, "is no plain file of at most " + MOST_BYTES + " bytes");
    } catch (CharacterCodingException e) {
      throw unreadable(name, "is no text in UTF-8; save it so");
    } catch (IOException e) {
      throw unreadable(name, "cannot be read");
    }
  }

  private static ProblemsException unreadable(String name, String reason) {
    return new ProblemsException(List.of(new Problem(name, 1, 0, reason, Code.SYNTAX)));
  }
}
