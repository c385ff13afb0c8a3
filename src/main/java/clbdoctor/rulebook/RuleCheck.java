package clbdoctor.rulebook;

import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.Rule;
import clbdoctor.diagnosis.RuleChange;
import clbdoctor.text.Code;
import clbdoctor.text.Folder;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that is wrong with the rule files of a folder, in one run.
 *
 * @param rules those that are well written
 * @param files the names of all rule files
 * @param problems of all rule files, in no order
 */
public record RuleCheck(List<Rule> rules, List<String> files, List<Problem> problems) {

  public RuleCheck {
    rules = List.copyOf(rules);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** The rules of folders laid over each other, the first one with changes. */
  public static RuleCheck of(List<Folder> folders, List<RuleChange> changes) {
    ReadRules read = ReadRules.of(folders, changes, ReadFiles.none());
    Map<String, SourceLines> lines = read.lines();
    List<Problem> problems = new ArrayList<>(read.problems());
    for (ReadRule rule : read.rules()) {
      problems.addAll(RuleLint.of(rule, lines.get(rule.rule().file())));
    }
    problems.addAll(RulePairs.of(read.rules()));
    List<Rule> rules = read.rules().stream().map(ReadRule::rule).toList();
    problems.addAll(withoutParagraph(rules));
    return new RuleCheck(rules, read.files().stream().map(RuleFile::name).toList(), problems);
  }

  private static List<Problem> withoutParagraph(List<Rule> rules) {
    return rules.stream().collect(Collectors.groupingBy(Rule::file)).values().stream()
        .filter(ofFile -> ofFile.stream().allMatch(rule -> rule.document().isEmpty()))
        .map(
            ofFile ->
                new Problem(
                    ofFile.get(0).file(),
                    ofFile.get(0).line(),
                    1,
                    "no rule of the file cites a paragraph; right for a cause beyond the document, else write @Document( \"7.1\" )",
                    Code.NO_PARAGRAPH))
        .toList();
  }
}
