package clbdoctor.yaml;

import clbdoctor.yaml.PlainYaml.Beyond;
import java.util.List;

/** A place in the text that {@link PlainYaml} reads. */
final class PlainCursor {
  /** More than a mapping of a report can have. */
  private static final int MOST_KEYS = 100;

  final String text;
  final int end;
  int at;
  int line;
  int lineStart;

  PlainCursor(String text, int firstLine) {
    this.text = text;
    this.end = text.length();
    this.line = firstLine;
  }

  /** The key that begins here, and to behind its colon; it must be none of those before. */
  String key(List<Node.Entry> before) {
    int keyEnd = keyEnd();
    if (keyEnd < 0 || before.size() == MOST_KEYS) {
      throw Beyond.IT;
    }
    String key = text.substring(at, keyEnd);
    for (Node.Entry entry : before) {
      if (entry.key().equals(key)) {
        throw Beyond.IT;
      }
    }
    at = keyEnd + 1;
    return key;
  }

  /** Where the key that begins here ends, or -1. */
  int keyEnd() {
    int i = at;
    while (i < end && inKey(text.charAt(i))) {
      i++;
    }
    boolean key =
        i > at
            && text.charAt(at) >= 'A'
            && text.charAt(at) != '_'
            && i < end
            && text.charAt(i) == ':'
            && (i + 1 == end || text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '\n');
    return key ? i : -1;
  }

  private static boolean inKey(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  boolean dash() {
    return peek() == '-' && at + 1 < end && text.charAt(at + 1) == ' ';
  }

  /** Over blanks, comments and empty lines to what comes next. */
  void toContent() {
    skipBlanks();
    while (at < end && (peek() == '\n' || peek() == '#')) {
      at = lineEnd();
      nextLine();
      skipBlanks();
    }
  }

  void nextLine() {
    if (at < end) {
      at++;
      line++;
      lineStart = at;
    }
  }

  int lineEnd() {
    int lineEnd = text.indexOf('\n', at);
    return lineEnd < 0 ? end : lineEnd;
  }

  int blanksAhead() {
    int i = at;
    while (i < end && text.charAt(i) == ' ') {
      i++;
    }
    return i - at;
  }

  void skipBlanks() {
    at += blanksAhead();
  }

  boolean ended() {
    return at == end;
  }

  char peek() {
    return text.charAt(at);
  }

  char take() {
    if (ended()) {
      throw Beyond.IT;
    }
    return text.charAt(at++);
  }

  int column() {
    return at - lineStart;
  }
}
