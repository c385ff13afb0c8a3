package clbdoctor.yaml;

import clbdoctor.redact.Redaction;
import java.util.ArrayList;
import java.util.List;

/** A document with other addresses and host names, and every value at its place. */
final class RedactedNode {
  private RedactedNode() {}

  static Node of(Node document, String key) {
    List<String> texts = new ArrayList<>();
    gather(document, texts);
    return document.with(Redaction.of(key, texts)::apply);
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
}
