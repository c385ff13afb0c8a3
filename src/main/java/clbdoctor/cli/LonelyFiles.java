package clbdoctor.cli;

import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import clbdoctor.yaml.RuleTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A cause has a page and rules, or it is no cause. */
final class LonelyFiles {
  private LonelyFiles() {}

  /**
   * Rule files without a page, and pages without a rule file.
   *
   * @param ruleFiles names of rule files
   */
  static List<Problem> in(List<String> ruleFiles, RuleTexts texts) {
    List<Problem> problems = new ArrayList<>();
    Set<String> ids = ruleFiles.stream().map(LonelyFiles::id).collect(Collectors.toSet());
    ruleFiles.stream()
        .filter(file -> !texts.saw(id(file)))
        .map(file -> problem(file, file.replace(".drl", ".yaml")))
        .forEach(problems::add);
    texts.causes().values().stream()
        .filter(page -> !ids.contains(page.id()))
        .map(page -> problem(page.file(), page.file().replace(".yaml", ".drl")))
        .forEach(problems::add);
    return problems;
  }

  private static String id(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replace(".drl", "");
  }

  private static Problem problem(String file, String missing) {
    return new Problem(
        file, 1, 0, "there is no " + missing + " beside it; a cause has both", Code.LONELY_FILE);
  }
}
