package clbdoctor.cli;

import clbdoctor.cache.ReadFiles;
import clbdoctor.text.Folder;
import clbdoctor.text.FolderFile;
import clbdoctor.text.ProblemsException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The rules of a folder as people edit it. A saved file is read aside, with the cases of the causes
 * it concerns; only when all of it is right do the new rules take the place of the old, at once.
 * Who took {@link #current} before goes on with the rules of then. May be shared by threads.
 */
final class LiveRules {
  private final ReadFiles memory;
  private final Consumer<String> tell;
  private List<Folder> seen;
  private volatile Doctor current;

  /**
   * Reads the shipped rules, and the folders laid over them, for the first time.
   *
   * @param tell gets a line for every change, taken or not
   * @throws ProblemsException when anything in the folder is wrong
   */
  LiveRules(List<Path> folders, ReadFiles memory, Consumer<String> tell) {
    this.memory = memory.remembering();
    this.tell = tell;
    this.current = Doctor.load(folders, this.memory);
    this.seen = current.folders();
    current.rules().forManyReports();
  }

  Doctor current() {
    return current;
  }

  /** Looks at the folders once; whether other rules are in force now. */
  synchronized boolean refresh() {
    List<Folder> now = seen.stream().map(Folder::again).toList();
    Set<FolderFile> changed = changed(now);
    seen = now;
    if (changed.isEmpty()) {
      return false;
    }
    try {
      return take(current.after(now, memory), changed);
    } catch (ProblemsException e) {
      keep(changed, e.getMessage());
      return false;
    }
  }

  /** Files that are new, gone or different. */
  private Set<FolderFile> changed(List<Folder> now) {
    Map<String, FolderFile> before = byName(seen);
    Map<String, FolderFile> after = byName(now);
    Set<FolderFile> changed = new LinkedHashSet<>();
    after.forEach(
        (name, file) -> {
          if (!file.equals(before.get(name))) {
            changed.add(file);
          }
        });
    before.forEach(
        (name, file) -> {
          if (!after.containsKey(name)) {
            changed.add(file);
          }
        });
    return changed;
  }

  private static Map<String, FolderFile> byName(List<Folder> folders) {
    Map<String, FolderFile> files = new LinkedHashMap<>();
    folders.forEach(
        folder -> folder.files().orElse(List.of()).forEach(file -> files.put(file.name(), file)));
    return files;
  }

  private boolean take(Doctor next, Set<FolderFile> changed) {
    RuleTests tests = new RuleTests(next);
    tests.runCases(changed.stream().map(FolderFile::id).collect(Collectors.toSet()));
    if (!tests.failures().isEmpty()) {
      keep(changed, String.join("\n", tests.failures()));
      return false;
    }
    current = next;
    next.rules().buildAhead();
    tell.accept(
        "rules changed: "
            + names(changed)
            + "; "
            + tests.passed()
            + " cases passed; rules "
            + next.rules().shortHash());
    return true;
  }

  private void keep(Set<FolderFile> changed, String reason) {
    tell.accept(
        "the rules stay as they were ("
            + current.rules().shortHash()
            + "), for in "
            + names(changed)
            + ":\n"
            + reason);
  }

  private static String names(Set<FolderFile> changed) {
    List<String> names = changed.stream().map(FolderFile::path).sorted().toList();
    return names.size() > 3
        ? String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more"
        : String.join(", ", names);
  }
}
