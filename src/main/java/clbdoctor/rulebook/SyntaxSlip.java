package clbdoctor.rulebook;

import clbdoctor.text.Code;
import clbdoctor.text.Nearest;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with the frame of a rule file that cannot be parsed, where its author has to look:
 * a parser sees a missing {@code end} only in the next rule, and an open bracket only at the next
 * word.
 */
final class SyntaxSlip {
  private static final Pattern COMMENT = Pattern.compile("^((?:[^\"/]|\"[^\"]*\"|/(?!/))*)//.*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
  private static final Pattern NAMED_RULE = Pattern.compile("\\s*rule\\s+\"([^\"]*)\"(.*)");
  private static final Pattern PATTERN =
      Pattern.compile("\\s*(?:(?:not|exists)\\s+)?(?:\\$\\w+\\s*:\\s*)?[A-Za-z]\\w*\\s*\\(.*");
  private static final Pattern STRANGE = Pattern.compile("[^\\x00-\\x7f]");
  private static final Set<String> HEAD_WORDS = Set.of("when", "then", "end", "rule");

  private enum Part {
    OUTSIDE("rule"),
    HEAD("when"),
    CONDITIONS("then"),
    CONCLUSION("end");

    private final String next;

    Part(String next) {
      this.next = next;
    }
  }

  private final RuleFile file;
  private final List<Problem> problems = new ArrayList<>();
  private Part part = Part.OUTSIDE;
  private String name = "";
  private int ruleLine;
  private int openBrackets;
  private int bracketLine;
  private boolean unusual;

  private SyntaxSlip(RuleFile file) {
    this.file = file;
  }

  /** The slips in a file, the first one the likeliest reason that it cannot be read. */
  static List<Problem> in(RuleFile file) {
    SyntaxSlip slip = new SyntaxSlip(file);
    List<String> lines = file.text().lines().toList();
    for (int i = 0; i < lines.size() && slip.problems.isEmpty() && !slip.unusual; i++) {
      slip.line(i + 1, COMMENT.matcher(lines.get(i)).replaceFirst("$1"));
    }
    if (slip.problems.isEmpty() && slip.part != Part.OUTSIDE && !slip.unusual) {
      slip.add(
          slip.ruleLine,
          1,
          "rule \"" + slip.name + "\" has no end; write end on a line of its own");
    }
    return slip.problems;
  }

  private void line(int number, String text) {
    String word = text.strip();
    if (word.chars().filter(c -> c == '"').count() % 2 == 1) {
      add(number, text.lastIndexOf('"') + 1, "a quote is opened here and not closed on its line");
      return;
    }
    Matcher strange = STRANGE.matcher(text.replaceAll("\"[^\"]*\"", "\"\""));
    if (strange.find()) {
      add(number, strange.start() + 1, strange(strange.group(), text));
    } else if (HEAD_WORDS.contains(word.replaceFirst("\\s.*", ""))) {
      keyword(number, word.replaceFirst("\\s.*", ""), text);
    } else if (!word.isEmpty()) {
      inside(number, word, text);
    }
  }

  private void keyword(int number, String word, String text) {
    if (openBrackets > 0) {
      add(bracketLine, 1, "a bracket is opened here and not closed; write ) behind its last word");
    } else if (word.equals("rule") && part != Part.OUTSIDE) {
      add(
          ruleLine,
          1,
          "rule \"" + name + "\" has no end; write end above the next rule, line " + number);
    } else if (!word.equals(part.next)) {
      String where = part == Part.OUTSIDE ? "" : " of " + rule();
      add(number, 1, "\"" + part.next + "\"" + where + " is missing above \"" + word + "\"");
    } else if (word.equals("rule")) {
      begin(number, text);
    } else {
      part = Part.values()[(part.ordinal() + 1) % Part.values().length];
    }
  }

  private void begin(int number, String text) {
    Matcher named = NAMED_RULE.matcher(text);
    if (named.matches()) {
      part = Part.HEAD;
      name = named.group(1);
      ruleLine = number;
      behindName(number, named.group(2).strip(), text);
    } else {
      add(number, 1, "a rule has a name in quotes: rule \"nothing listens\"");
    }
  }

  /** Who writes a whole rule on one line is left to the parser. */
  private void behindName(int number, String rest, String text) {
    if (rest.equals(Part.HEAD.next)) {
      part = Part.CONDITIONS;
    } else if (rest.contains(" ")) {
      unusual = true;
    } else {
      inside(number, rest, text);
    }
  }

  private void inside(int number, String word, String text) {
    boolean near = WORD.matcher(word).matches() && Nearest.to(word, Set.of(part.next)).isPresent();
    if (near && part != Part.OUTSIDE) {
      add(
          number,
          text.indexOf(word) + 1,
          "\"" + word + "\" stands where \"" + part.next + "\" is expected");
    } else if (part == Part.CONDITIONS) {
      condition(number, text);
    }
  }

  private void condition(int number, String text) {
    boolean begins = PATTERN.matcher(text).matches();
    if (openBrackets > 0 && begins) {
      add(bracketLine, 1, "a bracket is opened here and not closed; write ) behind its last word");
    } else if (openBrackets == 0 && !begins && text.strip().matches("[A-Za-z]+ .*[^)]")) {
      add(number, column(text), "this is no pattern; if it is a comment, begin it with //");
    }
    for (char c : text.replaceAll("\"[^\"]*\"", "").toCharArray()) {
      bracketLine = c == '(' && openBrackets == 0 ? number : bracketLine;
      openBrackets += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (openBrackets < 0) {
      add(number, text.lastIndexOf(')') + 1, "a bracket is closed here that nobody opened");
    }
  }

  private static String strange(String character, String text) {
    String hint = SyntaxHint.of(text);
    return "the character "
        + character
        + " ("
        + Character.getName(character.codePointAt(0))
        + ") means nothing in a rule"
        + (hint.isEmpty() ? "; type the plain one" : hint);
  }

  private static int column(String text) {
    return text.length() - text.stripLeading().length() + 1;
  }

  private String rule() {
    return "rule \"" + name + "\" (line " + ruleLine + ")";
  }

  private void add(int line, int column, String message) {
    problems.add(new Problem(file.name(), line, Math.max(column, 1), message, Code.SYNTAX));
  }
}
