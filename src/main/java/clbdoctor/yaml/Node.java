package clbdoctor.yaml;

import java.util.List;
import java.util.Optional;

/** A piece of a YAML or JSON document with its place; line and column count from 1. */
sealed interface Node {
  int line();

  int column();

  /** {@code key: value} pairs in the order of the file; no key stands twice. */
  record Mapping(List<Entry> entries, int line, int column) implements Node {
    Optional<Node> get(String key) {
      return entries.stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst();
    }
  }

  /** One pair; the place is that of the key. */
  record Entry(String key, int line, int column, Node value) {}

  /** Items in the order of the file. */
  record Sequence(List<Node> items, int line, int column) implements Node {}

  /** A value as it was written, without its quotes. */
  record Scalar(String text, Kind kind, int line, int column) implements Node {}

  /** What YAML takes a scalar for. */
  enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    NOTHING
  }

  /** What it is, for a message. */
  default String described() {
    if (this instanceof Scalar scalar) {
      return scalar.kind() == Kind.NOTHING ? "nothing" : "\"" + scalar.text() + "\"";
    }
    return this instanceof Mapping ? "keys and values" : "a list";
  }
}
