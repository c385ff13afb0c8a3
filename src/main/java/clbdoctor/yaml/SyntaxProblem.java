package clbdoctor.yaml;

import clbdoctor.text.Problem;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** A syntax error of YAML or JSON in the words of an operator. */
final class SyntaxProblem {
  private SyntaxProblem() {}

  static Problem of(String file, int firstLine, String text, JsonProcessingException error) {
    JsonLocation place = error.getLocation();
    int line = place == null ? 1 : Math.max(place.getLineNr(), 1);
    int column = place == null ? 0 : Math.max(place.getColumnNr(), 0);
    String message = error.getOriginalMessage().lines().findFirst().orElse("");
    return new Problem(
        file, firstLine + line - 1, column, "not readable as YAML: " + message + hint(text, line));
  }

  private static String hint(String text, int line) {
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
    return "";
  }
}
