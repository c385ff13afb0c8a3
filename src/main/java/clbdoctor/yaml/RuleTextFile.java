package clbdoctor.yaml;

import clbdoctor.text.Code;
import clbdoctor.text.Folder;
import clbdoctor.text.FolderFile;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One YAML file of a rule folder.
 *
 * @param file how messages call it
 * @param section the folder in the rule folder that holds it: {@code fixes}, {@code 6-service};
 *     empty when none does
 */
record RuleTextFile(String file, String section, String id, String text) {
  private static final String ENDING = ".yaml";

  /** Endings that people also give to such files; a reader of the folder would not miss them. */
  private static final Pattern SIMILAR = Pattern.compile("(?i).*\\.(ya?ml|drl|json)");

  /**
   * All YAML files of a folder, in the order of their paths.
   *
   * @param seen gets the ids of all of them
   */
  static List<RuleTextFile> in(Folder folder, Set<String> seen, List<Problem> problems) {
    List<RuleTextFile> files = new ArrayList<>();
    if (folder.files().isEmpty()) {
      problems.add(folder.unreadable());
    }
    for (FolderFile file : folder.files().orElse(List.of())) {
      String path = file.path();
      if (path.endsWith(ENDING)) {
        seen.add(id(path));
        file.problem(Code.YAML_SYNTAX).ifPresent(problems::add);
        file.text()
            .ifPresent(
                text -> files.add(new RuleTextFile(file.name(), section(path), id(path), text)));
      } else if (!path.endsWith(".drl") && SIMILAR.matcher(path).matches()) {
        problems.add(
            new Problem(
                file.name(),
                1,
                0,
                "nobody reads this file; call it *.drl or *.yaml, in small letters",
                Code.MISPLACED_FILE));
      }
    }
    return files;
  }

  private static String section(String file) {
    return file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
  }

  private static String id(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - ENDING.length());
  }

  /** What stands in it; what is wrong goes to {@code problems}. */
  Optional<Node> root(List<Problem> problems) {
    try {
      Optional<Node> root = NodeReader.read(file, text, 1);
      if (root.isEmpty()) {
        problems.add(new Problem(file, 1, 0, "the file is empty", Code.YAML_FORM));
      }
      return root;
    } catch (ProblemsException e) {
      e.problems().forEach(problem -> problems.add(problem.orElse(Code.YAML_SYNTAX)));
      return Optional.empty();
    }
  }

  /** Its keys, from the top. */
  List<String> keys() {
    return root(new ArrayList<>()).stream()
        .filter(Node.Mapping.class::isInstance)
        .flatMap(node -> ((Node.Mapping) node).entries().stream())
        .map(Node.Entry::key)
        .toList();
  }

  /** A problem at a place in the file: keys and indexes from the top; at the last that exists. */
  Problem problem(Code code, String message, Object... path) {
    Optional<Node> root = root(new ArrayList<>());
    if (root.isEmpty()) {
      return new Problem(file, 1, 0, message, code);
    }
    Node node = root.get();
    int line = node.line();
    int column = node.column();
    for (Object step : path) {
      if (node instanceof Node.Mapping mapping && step instanceof String key) {
        Optional<Node.Entry> entry =
            mapping.entries().stream().filter(e -> e.key().equals(key)).findFirst();
        if (entry.isEmpty()) {
          break;
        }
        line = entry.get().line();
        column = entry.get().column();
        node = entry.get().value();
      } else if (node instanceof Node.Sequence sequence && step instanceof Integer index) {
        node = sequence.items().get(index);
        line = node.line();
        column = node.column();
      }
    }
    return new Problem(file, line, column, message, code);
  }
}
