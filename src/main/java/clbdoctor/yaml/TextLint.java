package clbdoctor.yaml;

import clbdoctor.diagnosis.CausePage;
import clbdoctor.diagnosis.Fix;
import clbdoctor.text.Code;
import clbdoctor.text.Nearest;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.List;

/** What the YAML files of a rule folder are still wanting. */
final class TextLint {
  private static final int FEWEST_CASES = 3;

  private final RuleTexts texts;
  private final List<Problem> problems = new ArrayList<>();

  private TextLint(RuleTexts texts) {
    this.texts = texts;
  }

  static List<Problem> of(RuleTexts texts) {
    TextLint lint = new TextLint(texts);
    texts.causes.values().forEach(lint::cause);
    texts.fixes.values().forEach(lint::fix);
    texts.cases.forEach(lint::expectation);
    return lint.problems;
  }

  private void cause(CausePage page) {
    RuleTextFile file = texts.causeFiles.get(page.id());
    words(file, "title", page.title(), "the cause in one sentence, without a full stop");
    words(
        file, "meaning", page.meaning(), "what it means for an operator, and why the check fails");
    if (page.title().strip().endsWith(".")) {
      add(file, Code.NO_WORDS, "a title has no full stop; leave it out", "title");
    }
    if (page.fixes().isEmpty()) {
      add(
          file,
          Code.NO_FIX,
          "no fix cures it; write fixes: [ … ] with ids of rules/fixes",
          "fixes");
    }
    long cases = texts.cases.stream().filter(one -> one.causeId().equals(page.id())).count();
    if (cases < FEWEST_CASES) {
      add(
          file,
          Code.FEW_CASES,
          "it has "
              + cases
              + " of at least "
              + FEWEST_CASES
              + " cases; show that it holds, that it nearly holds, and that nobody looked",
          "cases");
    }
  }

  private void fix(Fix fix) {
    RuleTextFile file = texts.fixFiles.get(fix.id());
    words(file, "says", fix.says(), "what the procedure achieves, in one sentence");
    if (fix.ways().isEmpty()) {
      add(file, Code.NO_WORDS, "the fix says no way to do it; write ways: with steps", "ways");
    }
    for (int i = 0; i < fix.ways().size(); i++) {
      Fix.Way way = fix.ways().get(i);
      if (way.steps().isEmpty()) {
        add(file, Code.NO_WORDS, "the way has no steps", "ways", i);
      }
      if (way.verify().isEmpty()) {
        add(file, Code.NO_VERIFICATION, "write verify: how one sees that it worked", "ways", i);
      }
      if (way.rollback().isEmpty()) {
        add(file, Code.NO_ROLL_BACK, "write rollback: how one puts everything back", "ways", i);
      }
    }
    if (texts.causes.values().stream().noneMatch(page -> page.fixes().contains(fix.id()))) {
      add(file, Code.UNUSED_FIX, "no cause names \"" + fix.id() + "\" in its fixes");
    }
  }

  private void words(RuleTextFile file, String key, String words, String expected) {
    if (words.isBlank()) {
      add(file, Code.NO_WORDS, "\"" + key + "\" says nothing; write " + expected, key);
    }
  }

  private void expectation(RuleCase one) {
    for (String id : one.expect().keySet()) {
      if (!texts.saw(id)) {
        problems.add(
            new Problem(
                one.file(),
                one.line(),
                0,
                "case \""
                    + one.name()
                    + "\" expects \""
                    + id
                    + "\", which is no cause"
                    + Nearest.hint(id, texts.causeFiles.keySet()),
                Code.UNKNOWN_CAUSE));
      }
    }
  }

  private void add(RuleTextFile file, Code code, String message, Object... path) {
    problems.add(file.problem(code, message, path));
  }
}
