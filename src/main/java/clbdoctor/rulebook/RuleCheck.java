package clbdoctor.rulebook;

import clbdoctor.diagnosis.Rule;
import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that is wrong with the rule files of a folder, in one run.
 *
 * @param rules those that are well written
 * @param problems of all rule files, in no order
 */
public record RuleCheck(List<Rule> rules, List<Problem> problems) {

  public RuleCheck {
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
  }

  public static RuleCheck of(Path folder) {
    RuleReader reader = new RuleReader();
    List<RuleFile> files = RuleFile.in(folder);
    files.forEach(reader::read);
    Map<String, SourceLines> lines =
        files.stream()
            .collect(Collectors.toMap(RuleFile::name, file -> new SourceLines(file.text())));
    List<Problem> problems = new ArrayList<>(reader.problems());
    problems.addAll(RuleBook.repeatedNames(reader.rules()));
    reader
        .rules()
        .forEach(read -> problems.addAll(RuleLint.of(read, lines.get(read.rule().file()))));
    problems.addAll(RulePairs.of(reader.rules()));
    List<Rule> rules = reader.rules().stream().map(ReadRule::rule).toList();
    problems.addAll(withoutParagraph(rules));
    return new RuleCheck(rules, problems);
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
