package clbdoctor.cli;

import clbdoctor.cache.ReadFiles;
import clbdoctor.derived.Derivation;
import clbdoctor.diagnosis.Catalogue;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Judge;
import clbdoctor.fact.Facts;
import clbdoctor.rulebook.RuleBook;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.RuleCase;
import clbdoctor.yaml.RuleTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A rule folder at work: from the facts of a report to its diagnosis. */
final class Doctor {
  private final RuleBook rules;
  private final Catalogue catalogue;
  private final Path folder;

  private Doctor(Path folder, RuleBook rules, RuleTexts texts) {
    this.folder = folder;
    this.rules = rules;
    this.catalogue =
        new Catalogue(texts.causes(), rules.rules(), texts.fixes(), texts.observations());
  }

  /**
   * Reads a rule folder whole.
   *
   * @throws ProblemsException when anything in it is wrong
   */
  static Doctor load(Path folder) {
    return load(folder, ReadFiles.none());
  }

  /**
   * Reads a rule folder whole, but for files that an earlier run read.
   *
   * @throws ProblemsException when anything in it is wrong
   */
  static Doctor load(Path folder, ReadFiles memory) {
    return load(folder, memory, book -> book);
  }

  /**
   * Reads the rule folder again after an edit; this doctor goes on with the rules that it has.
   *
   * @throws ProblemsException when anything in it is wrong
   */
  Doctor again(ReadFiles memory) {
    return load(folder, memory, book -> book.after(rules));
  }

  private static Doctor load(Path folder, ReadFiles memory, UnaryOperator<RuleBook> form) {
    List<Problem> problems = new ArrayList<>();
    RuleBook rules = collect(() -> form.apply(RuleBook.load(folder, memory)), problems);
    RuleTexts texts = collect(() -> RuleTexts.read(folder, memory), problems);
    if (problems.isEmpty()) {
      problems.addAll(unmatched(rules, texts));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    memory.save();
    return new Doctor(folder, rules, texts);
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
    return RuleTexts.cases(folder);
  }

  /** The cases beside some causes. */
  List<RuleCase> cases(Set<String> causes) {
    return RuleTexts.cases(folder, causes::contains);
  }

  private interface Loading<T> {
    T run();
  }

  private static <T> T collect(Loading<T> loading, List<Problem> problems) {
    try {
      return loading.run();
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  /** A cause has a page and rules, or it is no cause. */
  private static List<Problem> unmatched(RuleBook rules, RuleTexts texts) {
    Set<String> withRules =
        rules.rules().stream().map(rule -> rule.conclusion().causeId()).collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>();
    rules.rules().stream()
        .filter(rule -> !texts.causes().containsKey(rule.conclusion().causeId()))
        .forEach(
            rule ->
                problems.add(
                    new Problem(
                        rule.file(),
                        rule.line(),
                        0,
                        "there is no " + rule.file().replace(".drl", ".yaml") + " beside it")));
    texts.causes().values().stream()
        .filter(page -> !withRules.contains(page.id()))
        .forEach(
            page ->
                problems.add(
                    new Problem(
                        page.file(), 1, 0, "there is no .drl file of this name beside it")));
    return problems;
  }
}
