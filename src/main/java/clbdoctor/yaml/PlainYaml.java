package clbdoctor.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the part of YAML that most reports are written in, about ten times as fast as the whole
 * language can be read: ASCII; block mappings and sequences; flow collections, quoted and plain
 * scalars on one line; literal blocks. What it reads, it reads as {@link NodeReader} does, to the
 * column; for anything else it gives nothing and leaves the document to it.
 */
final class PlainYaml {
  private static final int DEEPEST = 20;

  /** More than a mapping of a report can have. */
  private static final int MOST_KEYS = 100;

  /** Thrown and caught in here only, so it needs no trace. */
  private static final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final Beyond IT = new Beyond();

    private Beyond() {
      super(null, null, false, false);
    }
  }

  private final String text;
  private final int end;
  private final int firstLine;
  private int at;
  private int line;
  private int lineStart;

  private PlainYaml(String text, int firstLine) {
    this.text = text;
    this.end = text.length();
    this.firstLine = firstLine;
    this.line = firstLine;
  }

  /** The document, or nothing when the whole language is needed to read it. */
  static Optional<Node> read(String text, int firstLine) {
    if (!printable(text)) {
      return Optional.empty();
    }
    try {
      PlainYaml reader = new PlainYaml(text, firstLine);
      reader.toContent();
      Node node = reader.block(reader.column(), 1);
      if (reader.at < reader.end) {
        return Optional.empty();
      }
      return Optional.of(node);
    } catch (Beyond e) {
      return Optional.empty();
    }
  }

  private static boolean printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || c < ' ' && c != '\n') {
        return false;
      }
    }
    return true;
  }

  /** The mapping or sequence whose lines begin in this column. */
  private Node block(int indent, int depth) {
    if (at == end || depth > DEEPEST) {
      throw Beyond.IT;
    }
    return dash() ? sequence(indent, depth) : mapping(indent, depth);
  }

  private Node sequence(int indent, int depth) {
    int startLine = line;
    List<Node> items = new ArrayList<>();
    while (at < end && column() == indent && dash()) {
      at += 2;
      skipBlanks();
      items.add(entry(indent, depth));
    }
    belongsToNobody(indent);
    return new Node.Sequence(items, startLine, indent + 1);
  }

  /** What stands behind a dash. */
  private Node entry(int indent, int depth) {
    if (at == end || peek() == '\n' || peek() == '#') {
      throw Beyond.IT;
    }
    if (keyEnd() > 0 && peek() != '{' && peek() != '[') {
      return mapping(column(), depth + 1);
    }
    Node node = inline(indent, depth + 1);
    toContent();
    return node;
  }

  private Node mapping(int indent, int depth) {
    if (depth > DEEPEST) {
      throw Beyond.IT;
    }
    int startLine = line;
    List<Node.Entry> entries = new ArrayList<>();
    while (at < end && column() == indent && !dash()) {
      String key = key(entries);
      int keyLine = line;
      skipBlanks();
      entries.add(new Node.Entry(key, keyLine, indent + 1, value(indent, depth)));
    }
    belongsToNobody(indent);
    return new Node.Mapping(entries, startLine, indent + 1);
  }

  private Node value(int indent, int depth) {
    if (at < end && peek() != '\n' && peek() != '#') {
      Node node = inline(indent, depth + 1);
      toContent();
      return node;
    }
    toContent();
    if (at == end || column() < indent || column() == indent && !dash()) {
      throw Beyond.IT;
    }
    return block(column(), depth + 1);
  }

  /** A line deeper than the block it follows is no part of what is read here. */
  private void belongsToNobody(int indent) {
    if (at < end && column() > indent) {
      throw Beyond.IT;
    }
  }

  /** A value that begins on the line of its key or dash. */
  private Node inline(int indent, int depth) {
    if (peek() == '|') {
      return literal(indent);
    }
    Node node = flow(false, depth);
    skipBlanks();
    if (at < end && peek() != '\n' && !(peek() == '#' && text.charAt(at - 1) == ' ')) {
      throw Beyond.IT;
    }
    if (node instanceof Node.Scalar) {
      refuseContinuation(indent);
    }
    return node;
  }

  /** A plain scalar goes on in deeper lines. */
  private void refuseContinuation(int indent) {
    int next = text.indexOf('\n', at);
    if (next < 0) {
      return;
    }
    int i = next + 1;
    while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\n')) {
      next = text.charAt(i) == '\n' ? i : next;
      i++;
    }
    if (i < end && i - next - 1 > indent && text.charAt(i) != '#') {
      throw Beyond.IT;
    }
  }

  private Node flow(boolean inside, int depth) {
    if (depth > DEEPEST || at == end) {
      throw Beyond.IT;
    }
    return switch (peek()) {
      case '{' -> flowMapping(depth);
      case '[' -> flowSequence(depth);
      case '"', '\'' -> quoted();
      default -> plain(inside);
    };
  }

  private Node flowMapping(int depth) {
    int startColumn = column() + 1;
    List<Node.Entry> entries = new ArrayList<>();
    at++;
    skipBlanks();
    while (take() != '}') {
      at--;
      int keyColumn = column() + 1;
      String key = key(entries);
      skipBlanks();
      entries.add(new Node.Entry(key, line, keyColumn, flow(true, depth + 1)));
      nextItem('}');
    }
    return new Node.Mapping(entries, line, startColumn);
  }

  private Node flowSequence(int depth) {
    int startColumn = column() + 1;
    List<Node> items = new ArrayList<>();
    at++;
    skipBlanks();
    while (take() != ']') {
      at--;
      items.add(flow(true, depth + 1));
      nextItem(']');
    }
    return new Node.Sequence(items, line, startColumn);
  }

  private void nextItem(char closing) {
    skipBlanks();
    char next = take();
    if (next == closing) {
      at--;
    } else if (next != ',') {
      throw Beyond.IT;
    }
    skipBlanks();
  }

  private Node quoted() {
    char quote = peek();
    int column = column() + 1;
    int close = text.indexOf(quote, at + 1);
    int lineEnd = text.indexOf('\n', at);
    if (close < 0 || lineEnd >= 0 && lineEnd < close) {
      throw Beyond.IT;
    }
    String value = text.substring(at + 1, close);
    at = close + 1;
    if (quote == '"' && value.indexOf('\\') >= 0 || at < end && peek() == quote) {
      throw Beyond.IT;
    }
    return new Node.Scalar(value, Node.Kind.TEXT, line, column);
  }

  private Node plain(boolean inside) {
    int start = at;
    while (at < end && peek() != '\n') {
      char c = peek();
      if (c == '#' && text.charAt(at - 1) == ' ' || inside && (c == ',' || c == ']' || c == '}')) {
        break;
      }
      boolean endsKey = c == ':' && (at + 1 == end || " \n,]}".indexOf(text.charAt(at + 1)) >= 0);
      if (endsKey || inside && (c == '{' || c == '[')) {
        throw Beyond.IT;
      }
      at++;
    }
    int column = start - lineStart + 1;
    String value = text.substring(start, at).stripTrailing();
    at = start + value.length();
    return new Node.Scalar(
        value, PlainScalar.kind(value).orElseThrow(() -> Beyond.IT), line, column);
  }

  /** {@code |}: the lines below, without their common indentation. */
  private Node literal(int indent) {
    int startLine = line;
    int startColumn = column() + 1;
    at++;
    if (at == end || peek() != '\n') {
      throw Beyond.IT;
    }
    nextLine();
    int margin = blanksAhead();
    if (margin <= indent || at + margin == end || text.charAt(at + margin) == '\n') {
      throw Beyond.IT;
    }
    StringBuilder value = new StringBuilder();
    while (at < end && (blanksAhead() >= margin || text.charAt(at + blanksAhead()) == '\n')) {
      int lineEnd = lineEnd();
      value.append(text, Math.min(at + margin, lineEnd), Math.min(lineEnd + 1, end));
      at = lineEnd;
      nextLine();
    }
    int length = value.length();
    while (length > 1 && value.charAt(length - 2) == '\n') {
      length--;
    }
    toContent();
    return new Node.Scalar(value.substring(0, length), Node.Kind.TEXT, startLine, startColumn);
  }

  /** The key that begins here, and to behind its colon; it must be none of those before. */
  private String key(List<Node.Entry> before) {
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
  private int keyEnd() {
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

  private boolean dash() {
    return peek() == '-' && at + 1 < end && text.charAt(at + 1) == ' ';
  }

  /** Over blanks, comments and empty lines to what comes next. */
  private void toContent() {
    skipBlanks();
    while (at < end && (peek() == '\n' || peek() == '#')) {
      at = lineEnd();
      nextLine();
      skipBlanks();
    }
  }

  private void nextLine() {
    if (at < end) {
      at++;
      line++;
      lineStart = at;
    }
  }

  private int lineEnd() {
    int lineEnd = text.indexOf('\n', at);
    return lineEnd < 0 ? end : lineEnd;
  }

  private int blanksAhead() {
    int i = at;
    while (i < end && text.charAt(i) == ' ') {
      i++;
    }
    return i - at;
  }

  private void skipBlanks() {
    at += blanksAhead();
  }

  private char peek() {
    return text.charAt(at);
  }

  private char take() {
    if (at == end) {
      throw Beyond.IT;
    }
    return text.charAt(at++);
  }

  private int column() {
    return at - lineStart;
  }
}
