package clbdoctor.rulebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a line that is no rule language was probably meant to say. */
final class SyntaxHint {
  private static final Map<Pattern, String> HINTS = hints();

  private SyntaxHint() {}

  /** {@code ; write == where two values are compared}, or nothing. */
  static String of(String line) {
    return HINTS.entrySet().stream()
        .filter(hint -> hint.getKey().matcher(line).find())
        .findFirst()
        .map(hint -> "; " + hint.getValue())
        .orElse("");
  }

  private static Map<Pattern, String> hints() {
    Map<Pattern, String> hints = new LinkedHashMap<>();
    hints.put(Pattern.compile("^\\s*#"), "a comment begins with //");
    hints.put(Pattern.compile("[\u201c\u201d\u2018\u2019]"), "write straight quotes: \"");
    hints.put(Pattern.compile("=>|=<"), "write >= or <=");
    hints.put(Pattern.compile("[^=!<>]=[^=]"), "write == where two values are compared");
    hints.put(Pattern.compile("[0-9]\\s*%"), "write the number without %");
    hints.put(
        Pattern.compile(
            "\\(.*&&|\\(.*\\band\\b|\\(.*\\w\\s+!?\\s*(?!in\\b|or\\b)[a-z]\\w*\\s*[,)=<>!]"),
        "part constraints by a comma");
    hints.put(
        Pattern.compile("^\\s*(Not|NOT|Exists|EXISTS)\\b"),
        "write not and exists in small letters");
    hints.put(
        Pattern.compile("(==|!=)\\s*[A-Z][A-Z_]*\\b(?!\\.)"),
        "write the enum before its constant, as in SymptomKind.REFUSED");
    hints.put(
        Pattern.compile("(==|!=)\\s*[a-z]+\\.[A-Z_]+"),
        "the name of an enum begins with a capital");
    return hints;
  }
}
