package clbdoctor.rulebook;

import clbdoctor.diagnosis.RuleChange;
import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule files in which single pieces are written differently, before anything is parsed. A piece
 * that does not stand there is a problem, so nobody's change is lost when the rule it was made for
 * has changed.
 */
final class ChangedRules {
  private final List<RuleFile> files;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> overrides = new ArrayList<>();

  ChangedRules(List<RuleFile> files) {
    this.files = new ArrayList<>(files);
  }

  void change(RuleChange change) {
    for (int i = 0; i < files.size(); i++) {
      RuleFile file = files.get(i);
      if (file.causeId().equals(change.causeId())) {
        Optional<String> text = changed(file, change);
        if (text.isPresent()) {
          files.set(i, new RuleFile(file.name(), text.get()));
          overrides.add(
              change.file()
                  + " writes \""
                  + change.write()
                  + "\" instead of \""
                  + change.instead()
                  + "\" in "
                  + file.name());
        }
      }
    }
  }

  List<RuleFile> files() {
    return files;
  }

  List<Problem> problems() {
    return problems;
  }

  List<String> overrides() {
    return overrides;
  }

  private Optional<String> changed(RuleFile file, RuleChange change) {
    int from = 0;
    int to = file.text().length();
    if (change.rule().isPresent()) {
      Matcher rule =
          Pattern.compile("(?ms)^rule\\s+\"" + Pattern.quote(change.rule().get()) + "\".*?^end\\b")
              .matcher(file.text());
      if (!rule.find()) {
        refuse(change, "there is no rule \"" + change.rule().get() + "\" in " + file.name());
        return Optional.empty();
      }
      from = rule.start();
      to = rule.end();
    }
    String words = Pattern.quote(change.instead().strip()).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q");
    Matcher piece = Pattern.compile(words).matcher(file.text()).region(from, to);
    List<int[]> places = new ArrayList<>();
    while (piece.find()) {
      places.add(new int[] {piece.start(), piece.end()});
    }
    if (places.size() != 1) {
      refuse(
          change,
          "\""
              + change.instead()
              + "\" stands "
              + places.size()
              + " times in "
              + file.name()
              + (places.isEmpty()
                  ? "; the rule has changed, look there what it says now"
                  : "; say in which rule by rule: \"…\", or write more of it"));
      return Optional.empty();
    }
    return Optional.of(
        file.text().substring(0, places.get(0)[0])
            + change.write().strip().replaceAll("\\s+", " ")
            + file.text().substring(places.get(0)[1]));
  }

  private void refuse(RuleChange change, String message) {
    problems.add(new Problem(change.file(), change.line(), 0, message, Code.UNMATCHED_CHANGE));
  }
}
