package clbdoctor.rulebook;

import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.RuleChange;
import clbdoctor.text.Code;
import clbdoctor.text.Folder;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of one folder, or of several laid over each other: a rule of a later folder stands in
 * for the rule of the same cause and name in an earlier one.
 *
 * @param files their texts, with what was changed in them
 * @param rules those that are well written
 * @param problems what is wrong with the others
 * @param overrides what stands in for what, a sentence each
 */
record ReadRules(
    List<RuleFile> files, List<ReadRule> rules, List<Problem> problems, List<String> overrides) {

  /** Ten times the shipped rules; a thousand rules take a tenth of a second to build. */
  private static final int MOST_RULES = 5_000;

  /** The rules of folders, the first one with changes. */
  static ReadRules of(List<Folder> folders, List<RuleChange> changes, ReadFiles memory) {
    List<RuleFile> first = RuleFile.in(folders.get(0));
    if (first.isEmpty()) {
      throw new ProblemsException(
          List.of(new Problem(folders.get(0).name(), 1, 0, "there is no rule file (*.drl) in it")));
    }
    ChangedRules changed = new ChangedRules(first);
    List<List<RuleFile>> over =
        folders.stream().skip(1).map(folder -> RuleFile.in(folder)).toList();
    changes.forEach(changed::change);
    List<List<RuleFile>> all = new ArrayList<>(List.of(changed.files()));
    all.addAll(over);
    ReadRules read = laidOver(all, memory);
    read.problems.addAll(changed.problems());
    read.overrides.addAll(changed.overrides());
    return read;
  }

  /** The rules of files of one folder. */
  static ReadRules of(List<RuleFile> files) {
    return laidOver(List.of(files), ReadFiles.none());
  }

  private static ReadRules laidOver(List<List<RuleFile>> folders, ReadFiles memory) {
    ReadRules all =
        new ReadRules(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<String, ReadRule> byName = new LinkedHashMap<>();
    for (List<RuleFile> files : folders) {
      RuleReader reader = new RuleReader(memory);
      List<RuleFile> sorted = new ArrayList<>(files);
      sorted.sort((one, other) -> one.name().compareTo(other.name()));
      sorted.forEach(reader::read);
      all.files.addAll(sorted);
      all.problems.addAll(reader.problems());
      reader.rules().forEach(rule -> all.add(rule, byName));
    }
    all.rules.addAll(byName.values());
    all.refuseTooMany();
    return all;
  }

  private void refuseTooMany() {
    if (rules.size() > MOST_RULES) {
      problems.add(
          new Problem(
              files.get(0).name(),
              1,
              0,
              "is one of files with "
                  + rules.size()
                  + " rules; a rule book holds at most "
                  + MOST_RULES,
              Code.SYNTAX));
    }
  }

  private void add(ReadRule next, Map<String, ReadRule> byName) {
    ReadRule earlier = byName.putIfAbsent(next.rule().name(), next);
    if (earlier == null) {
      return;
    }
    boolean sameCause =
        earlier.rule().conclusion().causeId().equals(next.rule().conclusion().causeId());
    if (sameCause && !earlier.rule().file().equals(next.rule().file())) {
      overrides.add(
          next.rule().place() + " stands in for the rule of its name at " + earlier.rule().place());
      byName.put(next.rule().name(), next);
    } else {
      problems.add(
          new Problem(
              next.rule().file(),
              next.rule().line(),
              0,
              "a rule called \""
                  + next.rule().name()
                  + "\" stands already at "
                  + earlier.rule().place()
                  + "; give it another name",
              Code.REPEATED_RULE_NAME));
    }
  }

  /** The lines of each file, by its name. */
  Map<String, SourceLines> lines() {
    Map<String, SourceLines> lines = new HashMap<>();
    files.forEach(file -> lines.put(file.name(), new SourceLines(file.text())));
    return lines;
  }
}
