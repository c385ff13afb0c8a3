package clbdoctor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds words of a regular expression without which nothing matches it. Knows of what {@link
 * java.util.regex.Pattern} offers: characters, classes, groups without a name, looks ahead and
 * behind, anchors, quantifiers.
 */
final class NeededWords {
  private static final String QUANTIFIERS = "?*+{";

  private final String regex;
  private int at;

  private NeededWords(String regex) {
    this.regex = regex;
  }

  /**
   * Words in small letters of which every match holds at least one; none when no such are known.
   */
  static List<String> of(String regex) {
    return new NeededWords(regex.toLowerCase(Locale.ROOT)).alternatives();
  }

  /** To the closing parenthesis, or to the end. */
  private List<String> alternatives() {
    List<String> all = new ArrayList<>(sequence());
    boolean known = !all.isEmpty();
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      List<String> next = sequence();
      known &= !next.isEmpty();
      all.addAll(next);
    }
    return known ? all : List.of();
  }

  private List<String> sequence() {
    List<List<String>> choices = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      int from = at;
      String literal = literal();
      boolean optional = at < regex.length() && "?*{".indexOf(regex.charAt(at)) >= 0;
      if (literal.isEmpty() || optional) {
        end(word, choices);
        List<String> inner = literal.isEmpty() ? notLiteral(from) : List.of();
        optional = at < regex.length() && "?*{".indexOf(regex.charAt(at)) >= 0;
        choices.add(optional ? List.of() : inner);
      } else {
        word.append(literal);
      }
      if (skipQuantifier()) {
        end(word, choices);
      }
    }
    end(word, choices);
    List<String> best = List.of();
    for (List<String> choice : choices) {
      if (shortest(choice) >= shortest(best)) {
        best = choice;
      }
    }
    return best;
  }

  private static int shortest(List<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }

  private static void end(StringBuilder word, List<List<String>> choices) {
    if (!word.isEmpty()) {
      choices.add(List.of(word.toString()));
      word.setLength(0);
    }
  }

  /** The character that stands for itself here, or an empty text and no step. */
  private String literal() {
    char c = regex.charAt(at);
    if (c == '\\') {
      char escaped = regex.charAt(at + 1);
      if ("xup0123456789kqc".indexOf(escaped) >= 0) {
        throw new IllegalArgumentException("not known in here: " + regex.substring(at));
      }
      boolean itself = !Character.isLetterOrDigit(escaped);
      at += itself ? 2 : 0;
      return itself ? String.valueOf(escaped) : "";
    }
    boolean itself = ".[(^$".indexOf(c) < 0;
    at += itself ? 1 : 0;
    return itself ? String.valueOf(c) : "";
  }

  /** Over a class, a group, an anchor; the needed words of a group that takes part in a match. */
  private List<String> notLiteral(int from) {
    char c = regex.charAt(from);
    at = from + 1;
    if (c == '\\') {
      at++;
    } else if (c == '[') {
      while (regex.charAt(at) != ']') {
        at += regex.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
    } else if (c == '(') {
      boolean matches = opening();
      List<String> inner = alternatives();
      at++;
      return matches ? inner : List.of();
    }
    return List.of();
  }

  /** Over {@code ?:} and the like; whether what follows is part of the match. */
  private boolean opening() {
    if (regex.charAt(at) != '?') {
      return true;
    }
    boolean behind = regex.charAt(at + 1) == '<';
    boolean looksAround = "!=".indexOf(regex.charAt(at + (behind ? 2 : 1))) >= 0;
    if (!looksAround && regex.charAt(at + 1) != ':') {
      throw new IllegalArgumentException("not known in here: " + regex.substring(at - 1));
    }
    at += behind ? 3 : 2;
    return !looksAround;
  }

  private boolean skipQuantifier() {
    if (at == regex.length() || QUANTIFIERS.indexOf(regex.charAt(at)) < 0) {
      return false;
    }
    at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    while (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
      at++;
    }
    return true;
  }
}
