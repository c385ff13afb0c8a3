package clbdoctor.rulebook;

import clbdoctor.cache.ReadFiles;
import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * From the text of a rule file to its rules: Drools parses, {@link RuleLanguage} accepts only the
 * small language of this product, problems carry their place.
 */
final class RuleReader {
  private static final Pattern POSITION =
      Pattern.compile("Line (\\d+):(\\d+) ?(.*)", Pattern.DOTALL);

  /** The longest shipped rule file has fewer than 10,000. */
  private static final int MOST_CHARACTERS = 200_000;

  /** The rules of one good file. */
  record RulesOfFile(List<ReadRule> rules) {
    RulesOfFile {
      rules = List.copyOf(rules);
    }
  }

  private final ReadFiles memory;
  private final List<Problem> problems = new ArrayList<>();
  private final List<ReadRule> rules = new ArrayList<>();

  RuleReader(ReadFiles memory) {
    this.memory = memory;
  }

  /** Reads one file; what is wrong in it goes to {@link #problems()}. */
  void read(RuleFile file) {
    memory
        .recall(file.name(), file.text(), RulesOfFile.class)
        .ifPresentOrElse(known -> rules.addAll(known.rules()), () -> readAnew(file));
  }

  private void readAnew(RuleFile file) {
    int problemsBefore = problems.size();
    int rulesBefore = rules.size();
    parseAndCheck(file);
    if (problems.size() == problemsBefore) {
      memory.keep(
          file.name(),
          file.text(),
          RulesOfFile.class,
          new RulesOfFile(rules.subList(rulesBefore, rules.size())));
    }
  }

  private void parseAndCheck(RuleFile file) {
    if (file.text().length() > MOST_CHARACTERS) {
      problems.add(
          new Problem(
              file.name(),
              1,
              0,
              "is longer than a rule file may be ("
                  + MOST_CHARACTERS
                  + " characters); it is about one cause",
              Code.SYNTAX));
      return;
    }
    PackageDescr parsed = parse(file);
    if (parsed == null) {
      return;
    }
    RuleLanguage language = new RuleLanguage(file, problems);
    language.checkFile(parsed);
    for (RuleDescr description : parsed.getRules()) {
      language.rule(description).ifPresent(rules::add);
    }
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<ReadRule> rules() {
    return List.copyOf(rules);
  }

  private PackageDescr parse(RuleFile file) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr parsed = parser.parse(false, file.text());
      if (!parser.hasErrors()) {
        return parsed;
      }
      List<Problem> slips = SyntaxSlip.in(file);
      problems.addAll(
          slips.isEmpty()
              ? parser.getErrors().stream().map(error -> problem(file, error)).toList()
              : slips);
      return null;
    } catch (DroolsParserException | RuntimeException e) {
      problems.add(new Problem(file.name(), 1, 0, "cannot be parsed as a rule file", Code.SYNTAX));
      return null;
    } catch (StackOverflowError e) {
      problems.add(
          new Problem(file.name(), 1, 0, "is nested too deeply for a rule file", Code.SYNTAX));
      return null;
    }
  }

  private static Problem problem(RuleFile file, DroolsError error) {
    Matcher position = POSITION.matcher(error.getMessage());
    boolean placed = position.find();
    int line =
        placed
            ? (int) Math.min(Integer.parseInt(position.group(1)), file.text().lines().count())
            : error.getLines().length > 0 ? Math.max(error.getLines()[0], 1) : 1;
    int column = placed ? Integer.parseInt(position.group(2)) + 1 : 0;
    String hint = file.text().lines().skip(line - 1L).findFirst().map(SyntaxHint::of).orElse("");
    return new Problem(
        file.name(),
        line,
        column,
        sentence(placed ? position.group(3) : error.getMessage(), hint),
        Code.SYNTAX);
  }

  private static String sentence(String message, String hint) {
    String met = message.replaceAll("\\[ERR \\d+\\] ?", "").replaceAll("\\s+", " ").strip();
    return met.replaceFirst(
                "^(?:mismatched input|no viable alternative at input) '(.+)'",
                "\"$1\" does not fit here,")
            .replaceFirst(
                "^(?:mismatched input|no viable alternative at input) ''",
                "what stands here does not fit,")
        + (hint.isEmpty() ? "; expected is: rule \"name\" when … then … end" : hint);
  }
}
