package clbdoctor.cli;

import clbdoctor.cache.ReadFiles;
import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The rules of a folder as people edit it. A saved file is read aside, with the cases of the causes
 * it concerns; only when all of it is right do the new rules take the place of the old, at once.
 * Who took {@link #current} before goes on with the rules of then. May be shared by threads.
 */
final class LiveRules {
  private final List<Path> folders;
  private final ReadFiles memory;
  private final Consumer<String> tell;
  private Map<Path, String> seen;
  private volatile Doctor current;

  /**
   * Reads the shipped rules, and the folders laid over them, for the first time.
   *
   * @param tell gets a line for every change, taken or not
   * @throws ProblemsException when anything in the folder is wrong
   */
  LiveRules(List<Path> folders, ReadFiles memory, Consumer<String> tell) throws IOException {
    this.folders = folders;
    this.memory = memory.remembering();
    this.tell = tell;
    this.seen = texts();
    this.current = Doctor.load(folders, this.memory);
  }

  Doctor current() {
    return current;
  }

  /** Looks at the folder once; whether other rules are in force now. */
  synchronized boolean refresh() throws IOException {
    Map<Path, String> now = texts();
    Set<Path> changed = FileTexts.changed(seen, now);
    seen = now;
    if (changed.isEmpty()) {
      return false;
    }
    try {
      return take(current.again(memory), changed);
    } catch (ProblemsException e) {
      keep(changed, e.getMessage());
      return false;
    }
  }

  private boolean take(Doctor next, Set<Path> changed) {
    RuleTests tests = new RuleTests(next);
    tests.runCases(causes(changed));
    if (!tests.failures().isEmpty()) {
      keep(changed, String.join("\n", tests.failures()));
      return false;
    }
    current = next;
    tell.accept(
        "rules changed: "
            + names(changed)
            + "; "
            + tests.passed()
            + " cases passed; rules "
            + next.rules().hash().substring(0, 12));
    return true;
  }

  private void keep(Set<Path> changed, String reason) {
    tell.accept(
        "the rules stay as they were ("
            + current.rules().hash().substring(0, 12)
            + "), for in "
            + names(changed)
            + ":\n"
            + reason);
  }

  private String shown(Path path) {
    return folders.stream()
        .filter(path::startsWith)
        .findFirst()
        .map(folder -> folder.relativize(path).toString())
        .orElse(path.toString());
  }

  private Map<Path, String> texts() throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    for (Path folder : folders) {
      texts.putAll(FileTexts.below(folder, LiveRules::ofRules));
    }
    return texts;
  }

  private static boolean ofRules(Path file) {
    return file.toString().endsWith(".drl") || file.toString().endsWith(".yaml");
  }

  private static Set<String> causes(Set<Path> changed) {
    return changed.stream()
        .map(path -> path.getFileName().toString().replaceFirst("\\.(drl|yaml)$", ""))
        .collect(Collectors.toSet());
  }

  private String names(Set<Path> changed) {
    List<String> names = new TreeSet<>(changed).stream().map(path -> shown(path)).toList();
    return names.size() > 3
        ? String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more"
        : String.join(", ", names);
  }
}
