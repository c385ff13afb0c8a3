package clbdoctor.yaml;

import clbdoctor.text.Problem;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A syntax error of YAML or JSON in the words of an operator. */
final class SyntaxProblem {
  /**
   * SnakeYAML first says what it was doing and where that began, and last what it met and where.
   *
   * <pre>
   * while scanning for the next token
   * found character '\t(TAB)' that cannot start any token. (Do not use \t(TAB) for indentation)
   *  in 'reader', line 3, column 1:
   * </pre>
   */
  private static final Pattern MET =
      Pattern.compile("(?m)^(.*)\\n in .*, line (\\d+), column (\\d+):$");

  private SyntaxProblem() {}

  static Problem of(String file, int firstLine, String text, JsonProcessingException error) {
    String message = error.getOriginalMessage();
    JsonLocation place = error.getLocation();
    int line = place == null ? 1 : Math.max(place.getLineNr(), 1);
    int column = place == null ? 0 : Math.max(place.getColumnNr(), 0);
    String met = message.lines().findFirst().orElse("");
    Matcher last = MET.matcher(message);
    while (last.find()) {
      met = last.group(1).strip();
      line = Integer.parseInt(last.group(2));
      column = Integer.parseInt(last.group(3));
    }
    return new Problem(
        file, firstLine + line - 1, column, "not readable as YAML: " + met + hint(met, text, line));
  }

  private static String hint(String met, String text, int line) {
    List<String> lines = text.lines().toList();
    String found = lines.isEmpty() ? "" : lines.get(Math.min(line, lines.size()) - 1);
    if (found.indexOf('\t') >= 0) {
      return "; indent with blanks, not with tabs";
    }
    if (found.contains("::")) {
      return "; put IPv6 addresses in quotes, as in \"::1\"";
    }
    if (found.matches("[^\"']*: [^\"'{\\[]*: .*")) {
      return "; put a value that contains \": \" in quotes";
    }
    if (met.contains("<block")) {
      return "; the indentation does not fit: keys that belong together begin in one column";
    }
    return "";
  }
}
