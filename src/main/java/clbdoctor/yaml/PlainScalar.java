package clbdoctor.yaml;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What YAML takes a scalar without quotes for, where that is beyond doubt. */
final class PlainScalar {
  /** Words that some version of YAML takes for yes, no or nothing. */
  private static final Set<String> DOUBTFUL =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private PlainScalar() {}

  static Optional<Node.Kind> kind(String value) {
    if (value.equals("true") || value.equals("false")) {
      return Optional.of(Node.Kind.TRUTH);
    }
    if (isText(value)) {
      return Optional.of(Node.Kind.TEXT);
    }
    return numeric(value);
  }

  /** A word, a path, a sentence; an option such as {@code -j ACCEPT}. */
  private static boolean isText(String value) {
    if (value.isEmpty()) {
      return false;
    }
    char first = value.charAt(0);
    return first == '/'
        || first == '-' && value.length() > 1 && isLetter(value.charAt(1))
        || isLetter(first)
            && !(value.length() <= 5 && DOUBTFUL.contains(value.toLowerCase(Locale.ROOT)))
        || isDigit(first) && (statusClass(value) || holdsLetterOfNoNumber(value));
  }

  /** {@code 6.1.0-18-amd64}; letters that numbers may have prove nothing: 0x1F, 1e5, 0o17. */
  private static boolean holdsLetterOfNoNumber(String value) {
    boolean holds = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ':') {
        return false;
      }
      holds |= isLetter(c) && "abcdefoxABCDEFOX".indexOf(c) < 0;
    }
    return holds;
  }

  /** {@code 2xx}. */
  private static boolean statusClass(String value) {
    return value.length() == 3 && value.endsWith("xx") && value.charAt(0) <= '5';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * {@code 80}, {@code -1}, {@code 0.8}; {@code 5.4.119}, {@code 10.0.0.10}, {@code 100.64.0.0/10}
   * are texts.
   */
  private static Optional<Node.Kind> numeric(String value) {
    int from = value.startsWith("-") ? 1 : 0;
    int digits = 0;
    int dots = 0;
    int slashes = 0;
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if (c == '.' && i > from && i + 1 < value.length() && value.charAt(i - 1) != '.') {
        dots++;
      } else if (c == '/' && dots == 3) {
        slashes++;
      } else {
        return Optional.empty();
      }
    }
    boolean leadingZero = digits > 1 && value.charAt(from) == '0' && value.charAt(from + 1) != '.';
    if (digits == 0 || digits > 18 || leadingZero && dots < 3) {
      return Optional.empty();
    }
    if (dots == 2 && from == 0 && slashes == 0 || dots == 3 && from == 0 && slashes <= 1) {
      return Optional.of(Node.Kind.TEXT);
    }
    return dots <= 1 && slashes == 0 ? Optional.of(Node.Kind.NUMBER) : Optional.empty();
  }
}
