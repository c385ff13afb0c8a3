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
  static final int DEEPEST = 20;

  /** Needs the whole language; caught in here, so it needs no trace. */
  static final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final Beyond IT = new Beyond();

    private Beyond() {
      super(null, null, false, false);
    }
  }

  private final PlainCursor cursor;
  private final PlainFlow flow;

  private PlainYaml(PlainCursor cursor) {
    this.cursor = cursor;
    this.flow = new PlainFlow(cursor);
  }

  /** The document, or nothing when the whole language is needed to read it. */
  static Optional<Node> read(String text, int firstLine) {
    if (!printable(text)) {
      return Optional.empty();
    }
    try {
      PlainCursor cursor = new PlainCursor(text, firstLine);
      cursor.toContent();
      Node node = new PlainYaml(cursor).block(cursor.column(), 1);
      if (!cursor.ended()) {
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
    if (cursor.ended() || depth > DEEPEST) {
      throw Beyond.IT;
    }
    return cursor.dash() ? sequence(indent, depth) : mapping(indent, depth);
  }

  private Node sequence(int indent, int depth) {
    int startLine = cursor.line;
    List<Node> items = new ArrayList<>();
    while (!cursor.ended() && cursor.column() == indent && cursor.dash()) {
      cursor.at += 2;
      cursor.skipBlanks();
      items.add(entry(indent, depth));
    }
    belongsToNobody(indent);
    return new Node.Sequence(items, startLine, indent + 1);
  }

  /** What stands behind a dash. */
  private Node entry(int indent, int depth) {
    if (cursor.ended() || cursor.peek() == '\n' || cursor.peek() == '#') {
      throw Beyond.IT;
    }
    if (cursor.keyEnd() > 0 && cursor.peek() != '{' && cursor.peek() != '[') {
      return mapping(cursor.column(), depth + 1);
    }
    Node node = inline(indent, depth + 1);
    cursor.toContent();
    return node;
  }

  private Node mapping(int indent, int depth) {
    if (depth > DEEPEST) {
      throw Beyond.IT;
    }
    int startLine = cursor.line;
    List<Node.Entry> entries = new ArrayList<>();
    while (!cursor.ended() && cursor.column() == indent && !cursor.dash()) {
      String key = cursor.key(entries);
      int keyLine = cursor.line;
      cursor.skipBlanks();
      entries.add(new Node.Entry(key, keyLine, indent + 1, value(indent, depth)));
    }
    belongsToNobody(indent);
    return new Node.Mapping(entries, startLine, indent + 1);
  }

  private Node value(int indent, int depth) {
    if (!cursor.ended() && cursor.peek() != '\n' && cursor.peek() != '#') {
      Node node = inline(indent, depth + 1);
      cursor.toContent();
      return node;
    }
    cursor.toContent();
    if (cursor.ended() || cursor.column() < indent || cursor.column() == indent && !cursor.dash()) {
      throw Beyond.IT;
    }
    return block(cursor.column(), depth + 1);
  }

  /** A line deeper than the block it follows is no part of what is read here. */
  private void belongsToNobody(int indent) {
    if (!cursor.ended() && cursor.column() > indent) {
      throw Beyond.IT;
    }
  }

  /** A value that begins on the line of its key or dash. */
  private Node inline(int indent, int depth) {
    if (cursor.peek() == '|') {
      return literal(indent);
    }
    Node node = flow.read(false, depth);
    cursor.skipBlanks();
    if (!cursor.ended()
        && cursor.peek() != '\n'
        && !(cursor.peek() == '#' && cursor.text.charAt(cursor.at - 1) == ' ')) {
      throw Beyond.IT;
    }
    if (node instanceof Node.Scalar) {
      refuseContinuation(indent);
    }
    return node;
  }

  /** A plain scalar goes on in deeper lines. */
  private void refuseContinuation(int indent) {
    int next = cursor.text.indexOf('\n', cursor.at);
    if (next < 0) {
      return;
    }
    int i = next + 1;
    while (i < cursor.end && (cursor.text.charAt(i) == ' ' || cursor.text.charAt(i) == '\n')) {
      next = cursor.text.charAt(i) == '\n' ? i : next;
      i++;
    }
    if (i < cursor.end && i - next - 1 > indent && cursor.text.charAt(i) != '#') {
      throw Beyond.IT;
    }
  }

  /** {@code |}: the lines below, without their common indentation. */
  private Node literal(int indent) {
    int startLine = cursor.line;
    int startColumn = cursor.column() + 1;
    cursor.at++;
    if (cursor.ended() || cursor.peek() != '\n') {
      throw Beyond.IT;
    }
    cursor.nextLine();
    int margin = cursor.blanksAhead();
    if (margin <= indent
        || cursor.at + margin == cursor.end
        || cursor.text.charAt(cursor.at + margin) == '\n') {
      throw Beyond.IT;
    }
    StringBuilder value = new StringBuilder();
    while (!cursor.ended()
        && (cursor.blanksAhead() >= margin
            || cursor.text.charAt(cursor.at + cursor.blanksAhead()) == '\n')) {
      int lineEnd = cursor.lineEnd();
      value.append(
          cursor.text, Math.min(cursor.at + margin, lineEnd), Math.min(lineEnd + 1, cursor.end));
      cursor.at = lineEnd;
      cursor.nextLine();
    }
    int length = value.length();
    while (length > 1 && value.charAt(length - 2) == '\n') {
      length--;
    }
    cursor.toContent();
    return new Node.Scalar(value.substring(0, length), Node.Kind.TEXT, startLine, startColumn);
  }
}
