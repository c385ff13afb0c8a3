package clbdoctor.yaml;

import java.util.ArrayList;
import java.util.List;

/** Reads values that stand on one line: flow collections, quoted and plain scalars. */
final class PlainFlow {
  private final PlainCursor cursor;

  PlainFlow(PlainCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * The value that begins here.
   *
   * @param inside whether it stands in a flow collection
   */
  Node read(boolean inside, int depth) {
    if (depth > PlainYaml.DEEPEST || cursor.ended()) {
      throw PlainYaml.Beyond.IT;
    }
    return switch (cursor.peek()) {
      case '{' -> flowMapping(depth);
      case '[' -> flowSequence(depth);
      case '"', '\'' -> quoted();
      default -> plain(inside);
    };
  }

  private Node flowMapping(int depth) {
    int startColumn = cursor.column() + 1;
    List<Node.Entry> entries = new ArrayList<>();
    cursor.at++;
    cursor.skipBlanks();
    while (cursor.take() != '}') {
      cursor.at--;
      int keyColumn = cursor.column() + 1;
      String key = cursor.key(entries);
      cursor.skipBlanks();
      entries.add(new Node.Entry(key, cursor.line, keyColumn, read(true, depth + 1)));
      nextItem('}');
    }
    return new Node.Mapping(entries, cursor.line, startColumn);
  }

  private Node flowSequence(int depth) {
    int startColumn = cursor.column() + 1;
    List<Node> items = new ArrayList<>();
    cursor.at++;
    cursor.skipBlanks();
    while (cursor.take() != ']') {
      cursor.at--;
      items.add(read(true, depth + 1));
      nextItem(']');
    }
    return new Node.Sequence(items, cursor.line, startColumn);
  }

  private void nextItem(char closing) {
    cursor.skipBlanks();
    char next = cursor.take();
    if (next == closing) {
      cursor.at--;
    } else if (next != ',') {
      throw PlainYaml.Beyond.IT;
    }
    cursor.skipBlanks();
  }

  private Node quoted() {
    char quote = cursor.peek();
    int column = cursor.column() + 1;
    int close = cursor.text.indexOf(quote, cursor.at + 1);
    int lineEnd = cursor.text.indexOf('\n', cursor.at);
    if (close < 0 || lineEnd >= 0 && lineEnd < close) {
      throw PlainYaml.Beyond.IT;
    }
    String value = cursor.text.substring(cursor.at + 1, close);
    cursor.at = close + 1;
    if (quote == '"' && value.indexOf('\\') >= 0 || !cursor.ended() && cursor.peek() == quote) {
      throw PlainYaml.Beyond.IT;
    }
    return new Node.Scalar(value, Node.Kind.TEXT, cursor.line, column);
  }

  private Node plain(boolean inside) {
    int start = cursor.at;
    while (!cursor.ended() && cursor.peek() != '\n') {
      char c = cursor.peek();
      if (c == '#' && cursor.text.charAt(cursor.at - 1) == ' '
          || inside && (c == ',' || c == ']' || c == '}')) {
        break;
      }
      boolean endsKey =
          c == ':'
              && (cursor.at + 1 == cursor.end
                  || " \n,]}".indexOf(cursor.text.charAt(cursor.at + 1)) >= 0);
      if (endsKey || inside && (c == '{' || c == '[')) {
        throw PlainYaml.Beyond.IT;
      }
      cursor.at++;
    }
    int column = start - cursor.lineStart + 1;
    String value = cursor.text.substring(start, cursor.at).stripTrailing();
    cursor.at = start + value.length();
    return new Node.Scalar(
        value, PlainScalar.kind(value).orElseThrow(() -> PlainYaml.Beyond.IT), cursor.line, column);
  }
}
