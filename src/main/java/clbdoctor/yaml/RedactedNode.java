package clbdoctor.yaml;

import clbdoctor.redact.Redaction;
import java.util.ArrayList;
import java.util.List;

/** A document with other addresses and host names, and every value at its place. */
final class RedactedNode {
  private final Redaction redaction;

  private RedactedNode(Redaction redaction) {
    this.redaction = redaction;
  }

  static Node of(Node document, String key) {
    List<String> texts = new ArrayList<>();
    gather(document, texts);
    return new RedactedNode(Redaction.of(key, texts)).replaced(document);
  }

  private static void gather(Node node, List<String> texts) {
    if (node instanceof Node.Mapping mapping) {
      mapping.entries().forEach(entry -> gather(entry.value(), texts));
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> gather(item, texts));
    } else if (node instanceof Node.Scalar scalar) {
      texts.add(scalar.text());
    }
  }

  private Node replaced(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return new Node.Mapping(
          mapping.entries().stream()
              .map(e -> new Node.Entry(e.key(), e.line(), e.column(), replaced(e.value())))
              .toList(),
          mapping.line(),
          mapping.column());
    }
    if (node instanceof Node.Sequence sequence) {
      return new Node.Sequence(
          sequence.items().stream().map(this::replaced).toList(),
          sequence.line(),
          sequence.column());
    }
    Node.Scalar scalar = (Node.Scalar) node;
    return scalar.kind() == Node.Kind.TEXT
        ? new Node.Scalar(
            redaction.apply(scalar.text()), scalar.kind(), scalar.line(), scalar.column())
        : scalar;
  }
}
