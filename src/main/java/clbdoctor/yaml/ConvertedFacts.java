package clbdoctor.yaml;

import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.Documents.Document;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fact files in another notation. Each document is written anew, and a reader of it sees the very
 * facts of the old one; comments are left behind.
 */
public final class ConvertedFacts {
  private ConvertedFacts() {}

  /** The notations of fact files. */
  public enum Notation {
    yaml,
    json,
    jsonl
  }

  /**
   * Converts every document of a stream.
   *
   * @param file how messages call the stream
   * @param texts gets each good document, ready to be written behind the one before
   * @param problems gets what is wrong with the others
   */
  public static void of(
      String file,
      InputStream stream,
      Notation notation,
      Consumer<String> texts,
      Consumer<Problem> problems)
      throws IOException {
    Documents documents = new Documents(stream);
    boolean empty = true;
    for (Optional<Document> next = documents.next(); next.isPresent(); next = documents.next()) {
      empty = false;
      try {
        texts.accept(converted(file, Reports.node(file, next.get()), notation));
      } catch (ProblemsException e) {
        e.problems().forEach(problems);
      }
    }
    if (empty) {
      problems.accept(Reports.none(file, 1));
    }
  }

  private static String converted(String file, Node document, Notation notation) {
    Report report = FactFile.read(file, document, file);
    @SuppressWarnings("unchecked")
    Map<String, Object> tree = (Map<String, Object>) FactTrees.of(document);
    String text =
        switch (notation) {
          case yaml -> "---\n" + Trees.document(tree);
          case json -> Trees.json(tree);
          case jsonl -> Trees.jsonLine(tree);
        };
    Node written = NodeReader.read(file, text.replaceFirst("^---", "   "), 1).orElseThrow();
    Report again = FactFile.read(file, written, file);
    if (!again.facts().all().equals(report.facts().all())
        || !again.name().equals(report.name())
        || !again.expect().equals(report.expect())) {
      throw new ProblemsException(
          List.of(
              new Problem(
                  file,
                  document.line(),
                  document.column(),
                  "cannot be written as " + notation + " without a change of its meaning")));
    }
    return text;
  }
}
