package clbdoctor.cli;

import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.Rule;
import clbdoctor.diagnosis.Rule.Condition;
import clbdoctor.fact.Subject;
import clbdoctor.rulebook.RuleCheck;
import clbdoctor.text.Code;
import clbdoctor.text.Folder;
import clbdoctor.text.Problem;
import clbdoctor.yaml.RuleTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is wrong with a rule folder, in one run.
 *
 * @param problems sorted by place
 * @param causes how many causes it has
 * @param rules how many of its rules are well written
 */
record FolderCheck(List<Folder> folders, List<Problem> problems, int causes, int rules) {

  FolderCheck {
    folders = List.copyOf(folders);
    problems = List.copyOf(problems);
  }

  static FolderCheck of(List<Path> paths) {
    List<Folder> folders = Folder.of(paths);
    RuleTexts texts = RuleTexts.readable(folders, ReadFiles.none());
    RuleCheck rules = RuleCheck.of(folders, texts.changes());
    List<Problem> problems = new ArrayList<>(texts.problems());
    problems.addAll(texts.lint());
    problems.addAll(rules.problems());
    problems.addAll(LonelyFiles.in(rules.files(), texts));
    problems.addAll(unobserved(rules.rules(), texts));
    return new FolderCheck(
        folders,
        problems.stream().distinct().sorted().toList(),
        texts.causes().size(),
        rules.rules().size());
  }

  boolean failed() {
    return problems.stream().anyMatch(Problem::unusable);
  }

  /** Once for each part of the situation that rules ask for and nobody is told how to look at. */
  private static List<Problem> unobserved(List<Rule> rules, RuleTexts texts) {
    Set<Subject> told = EnumSet.noneOf(Subject.class);
    List<Problem> problems = new ArrayList<>();
    for (Rule rule : rules) {
      for (Condition condition : rule.conditions()) {
        Set<Subject> asked = condition.asksFor();
        boolean known =
            asked.isEmpty() || asked.stream().anyMatch(texts.observations()::containsKey);
        if (!known && told.addAll(asked)) {
          problems.add(unobserved(rule, condition));
        }
      }
    }
    return problems;
  }

  private static Problem unobserved(Rule rule, Condition condition) {
    String keys =
        condition.asksFor().stream()
            .sorted()
            .map(subject -> "observations/" + subject.key() + ".yaml")
            .collect(Collectors.joining(" or "));
    return new Problem(
        rule.file(),
        condition.line(),
        0,
        "no file says how to get what " + condition.text() + " asks for; write " + keys,
        Code.NO_OBSERVATION);
  }
}
