package clbdoctor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Diagnoses reports again whenever one of them, or a rule, is saved. */
final class Watch {
  private static final long MILLIS_BETWEEN_LOOKS = 300;

  private final LiveRules rules;
  private final List<String> inputs;
  private final BiConsumer<Doctor, List<String>> diagnose;
  private Map<Path, String> seen = Map.of();

  /**
   * @param inputs files and folders
   * @param diagnose gets the rules and the files to diagnose by them
   */
  Watch(LiveRules rules, List<String> inputs, BiConsumer<Doctor, List<String>> diagnose) {
    this.rules = rules;
    this.inputs = inputs;
    this.diagnose = diagnose;
  }

  /** Looks until interrupted. */
  int run() throws IOException {
    try {
      while (true) {
        look();
        Thread.sleep(MILLIS_BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      return Exit.INTERRUPTED;
    }
  }

  /** Looks once: after another rule every report is diagnosed again, else those that changed. */
  void look() throws IOException {
    boolean otherRules = rules.refresh();
    Map<Path, String> now = new TreeMap<>();
    for (String input : inputs) {
      now.putAll(FileTexts.below(Path.of(input), path -> true));
    }
    Set<Path> changed = otherRules ? new TreeSet<>(now.keySet()) : FileTexts.changed(seen, now);
    changed.retainAll(now.keySet());
    seen = now;
    List<String> files =
        changed.stream()
            .filter(path -> inputs.contains(path.toString()) || InputFiles.mayBeReport(path))
            .map(Path::toString)
            .toList();
    if (!files.isEmpty()) {
      diagnose.accept(rules.current(), files);
    }
  }
}
