package clbdoctor.yaml;

import clbdoctor.text.Nearest;
import clbdoctor.text.Problem;
import clbdoctor.yaml.Shape.Form;
import clbdoctor.yaml.Shape.Key;
import clbdoctor.yaml.Shape.Occurs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes records of mappings, strictly: every key must be known, every value of its type and in its
 * range. Problems are collected, so that a person sees all of them at once.
 */
final class RecordReader {
  private final String file;
  private final List<Problem> problems;
  private final ScalarReader scalars;

  RecordReader(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
    this.scalars = new ScalarReader(this::problem);
  }

  /** The record, or nothing when something in the mapping is wrong. */
  <R> Optional<R> read(Class<R> type, Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      problem(node, "keys and values are expected here, found " + node.described());
      return Optional.empty();
    }
    int before = problems.size();
    Shape<R> shape = Shape.of(type);
    Object[] values = shape.absent();
    boolean[] given = new boolean[values.length];
    for (Node.Entry entry : mapping.entries()) {
      int place = shape.place(entry.key());
      if (place < 0) {
        unknownKey(entry, shape.names());
      } else {
        values[place] = value(shape.keys().get(place), entry.value());
        given[place] = true;
      }
    }
    for (int place = 0; place < given.length; place++) {
      Key key = shape.keys().get(place);
      if (!given[place] && key.occurs() == Occurs.ONCE && !misspelt(shape.names(), key, mapping)) {
        problem(mapping, "\"" + key.name() + "\" is missing" + about(key));
      }
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(shape.create(values));
    } catch (IllegalArgumentException e) {
      problem(mapping, e.getMessage());
      return Optional.empty();
    }
  }

  void unknownKey(Node.Entry entry, List<String> known) {
    problems.add(
        new Problem(
            file,
            entry.line(),
            entry.column(),
            "unknown key \""
                + entry.key()
                + "\""
                + Nearest.to(entry.key(), known)
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse("; known here: " + String.join(", ", known))));
  }

  private Object value(Key key, Node node) {
    return switch (key.occurs()) {
      case PERHAPS -> single(key, node);
      case LIST -> list(key, node);
      case ONCE -> single(key, node).orElse(null);
    };
  }

  /** Whether an unknown key is named as a slip of the pen for this one already. */
  private static boolean misspelt(List<String> names, Key key, Node.Mapping mapping) {
    return mapping.entries().stream()
        .map(Node.Entry::key)
        .filter(written -> !names.contains(written))
        .anyMatch(written -> Nearest.to(written, names).equals(Optional.of(key.name())));
  }

  private List<Object> list(Key key, Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      problem(
          node, "\"" + key.name() + "\" is a list; write [ … ] or lines that begin with \"- \"");
      return List.of();
    }
    List<Object> values = new ArrayList<>();
    sequence.items().forEach(item -> single(key, item).ifPresent(values::add));
    return values;
  }

  private Optional<?> single(Key key, Node node) {
    if (key.form() == Form.NODE) {
      return Optional.of(node);
    }
    if (key.form() == Form.RECORD) {
      return read(key.type(), node);
    }
    if (node instanceof Node.Sequence sequence && key.occurs() != Occurs.LIST) {
      return scalars.read(key, joined(sequence));
    }
    if (node instanceof Node.Scalar scalar) {
      return scalars.read(key, scalar);
    }
    problem(node, "\"" + key.name() + "\" is one value, found " + node.described());
    return Optional.empty();
  }

  /** {@code [2xx, 3xx]} for a value that is a set of words. */
  private static Node.Scalar joined(Node.Sequence sequence) {
    String text =
        sequence.items().stream()
            .map(item -> item instanceof Node.Scalar scalar ? scalar.text() : item.described())
            .collect(Collectors.joining(", "));
    return new Node.Scalar(text, Node.Kind.TEXT, sequence.line(), sequence.column());
  }

  private static String about(Key key) {
    return key.about().map(about -> ": " + about.value()).orElse("");
  }

  private void problem(Node node, String message) {
    problems.add(new Problem(file, node.line(), node.column(), message));
  }
}
