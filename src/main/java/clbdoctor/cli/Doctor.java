package clbdoctor.cli;

import clbdoctor.cache.ReadFiles;
import clbdoctor.derived.Derivation;
import clbdoctor.diagnosis.Catalogue;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Judge;
import clbdoctor.fact.Facts;
import clbdoctor.rulebook.RuleBook;
import clbdoctor.text.Folder;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.RuleCase;
import clbdoctor.yaml.RuleTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A rule folder at work: from the facts of a report to its diagnosis. */
final class Doctor {
  private final RuleBook rules;
  private final Catalogue catalogue;
  private final List<Folder> folders;
  private final List<String> overrides;

  private Doctor(List<Folder> folders, RuleBook rules, RuleTexts texts) {
    this.folders = folders;
    this.rules = rules;
    this.catalogue =
        new Catalogue(texts.causes(), rules.rules(), texts.fixes(), texts.observations());
    this.overrides =
        Stream.concat(rules.overrides().stream(), texts.overrides().stream()).sorted().toList();
  }

  /**
   * Reads a rule folder whole.
   *
   * @throws ProblemsException when anything in it is wrong
   */
  static Doctor load(Path folder) {
    return load(List.of(folder), ReadFiles.none());
  }

  /**
   * Reads the shipped rules and the folders laid over them, but for files that an earlier run read.
   *
   * @throws ProblemsException when anything in them is wrong
   */
  static Doctor load(List<Path> paths, ReadFiles memory) {
    Doctor doctor = loadFolders(Folder.of(paths), memory);
    memory.save();
    return doctor;
  }

  /**
   * The doctor that works by these folders, as they were read after an edit; this one goes on with
   * the rules that it has.
   *
   * @throws ProblemsException when anything in them is wrong
   */
  Doctor after(List<Folder> edited, ReadFiles memory) {
    Doctor next = loadFolders(edited, memory);
    next.rules.follow(rules);
    return next;
  }

  private static Doctor loadFolders(List<Folder> folders, ReadFiles memory) {
    RuleTexts texts = RuleTexts.readable(folders, memory);
    List<Problem> problems =
        new ArrayList<>(texts.problems().stream().filter(Problem::unusable).toList());
    RuleBook rules = null;
    try {
      rules = RuleBook.load(folders, texts.changes(), memory);
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
    }
    if (problems.isEmpty()) {
      problems.addAll(LonelyFiles.in(rules.files(), texts));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new Doctor(folders, rules, texts);
  }

  Diagnosis diagnose(Report report) {
    return diagnose(report.name(), report.facts());
  }

  Diagnosis diagnose(String name, Facts observed) {
    Facts facts = Derivation.complete(observed);
    return Judge.judge(name, facts, rules.run(facts), catalogue);
  }

  /** The rules that hold for the facts of a report. */
  List<Firing> fired(Facts observed) {
    return rules.run(Derivation.complete(observed));
  }

  RuleBook rules() {
    return rules;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  List<RuleCase> cases() {
    return RuleTexts.readable(folders, ReadFiles.none()).cases();
  }

  /** The cases of some causes. */
  List<RuleCase> cases(Set<String> causes) {
    return RuleTexts.readable(
            folders.stream()
                .map(folder -> folder.only(file -> causes.contains(file.id())))
                .toList(),
            ReadFiles.none())
        .cases();
  }

  /** The folders as they stood when they were read. */
  List<Folder> folders() {
    return folders;
  }

  /** What folders laid over the shipped rules put in their place, a sentence each. */
  List<String> overrides() {
    return overrides;
  }
}
