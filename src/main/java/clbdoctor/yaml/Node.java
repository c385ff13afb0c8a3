package clbdoctor.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A piece of a YAML or JSON document with its place; line and column count from 1. */
sealed interface Node {
  int line();

  int column();

  /** {@code key: value} pairs in the order of the file; no key stands twice. */
  record Mapping(List<Entry> entries, int line, int column) implements Node {
    Optional<Node> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
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

  /** The same document with other values where these are texts, each at its place. */
  default Node with(UnaryOperator<String> texts) {
    if (this instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Entry(e.key(), e.line(), e.column(), e.value().with(texts)))
              .toList(),
          line(),
          column());
    }
    if (this instanceof Sequence sequence) {
      return new Sequence(
          sequence.items().stream().map(item -> item.with(texts)).toList(), line(), column());
    }
    Scalar scalar = (Scalar) this;
    return scalar.kind() == Kind.TEXT
        ? new Scalar(texts.apply(scalar.text()), scalar.kind(), line(), column())
        : scalar;
  }

  /** What it is, for a message. */
  default String described() {
    if (this instanceof Scalar scalar) {
      return scalar.kind() == Kind.NOTHING ? "nothing" : "\"" + scalar.text() + "\"";
    }
    return this instanceof Mapping ? "keys and values" : "a list";
  }
}
