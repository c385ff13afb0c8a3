package clbdoctor.rulebook;

import clbdoctor.text.Code;
import clbdoctor.text.Folder;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of one rule file.
 *
 * @param name how messages call it: {@code rules/6-service/no-listener.drl}
 */
record RuleFile(String name, String text) {

  private static final String ENDING = ".drl";

  /** All rule files of a folder, in the order of their names. */
  static List<RuleFile> in(Folder folder) {
    List<RuleFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    folder
        .files()
        .ifPresentOrElse(
            all ->
                all.stream()
                    .filter(file -> file.path().endsWith(ENDING))
                    .forEach(
                        file -> {
                          file.text().ifPresent(text -> files.add(new RuleFile(file.name(), text)));
                          file.problem(Code.SYNTAX).ifPresent(problems::add);
                        }),
            () -> problems.add(folder.unreadable()));
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return files;
  }

  /** The id of the cause that the file is about: its own name. */
  String causeId() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.substring(0, last.length() - ENDING.length());
  }
}
