package clbdoctor.yaml;

import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.Documents.Document;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The reports in a stream of YAML or JSON documents. */
public final class Reports {
  private Reports() {}

  /** A report, or what is wrong with the document it stands in. */
  public sealed interface Outcome {
    record Read(Report report) implements Outcome {}

    record Refused(List<Problem> problems) implements Outcome {}
  }

  /**
   * Reads every document of a stream, one at a time; a broken one does not hide the others.
   *
   * @param file how messages and proofs call the stream
   */
  public static void read(String file, InputStream stream, Consumer<Outcome> to)
      throws IOException {
    read(file, stream, Optional.empty(), to);
  }

  /** The same with other addresses and host names, when a key is given. */
  public static void read(
      String file, InputStream stream, Optional<String> redactionKey, Consumer<Outcome> to)
      throws IOException {
    readLater(file, stream, redactionKey, document -> to.accept(document.get()));
  }

  /**
   * Cuts a stream into its documents and leaves reading them to the taker, on whatever thread.
   *
   * @param file how messages and proofs call the stream
   * @param redactionKey on which the replacements of addresses and host names depend, when these
   *     are wanted
   */
  public static void readLater(
      String file,
      InputStream stream,
      Optional<String> redactionKey,
      Consumer<Supplier<Outcome>> to)
      throws IOException {
    Documents documents = new Documents(stream);
    int read = 0;
    for (Optional<Document> next = documents.next(); next.isPresent(); next = documents.next()) {
      Document document = next.get();
      read++;
      String name = read == 1 ? file : file + " #" + read;
      to.accept(() -> outcome(file, document, redactionKey, name));
    }
    if (read == 0) {
      Outcome empty = refused(none(file, 1));
      to.accept(() -> empty);
    }
  }

  /** All documents of a stream. */
  public static List<Outcome> readAll(String file, InputStream stream) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    read(file, stream, outcomes::add);
    return outcomes;
  }

  private static Outcome outcome(
      String file, Document document, Optional<String> redactionKey, String name) {
    try {
      Node node = node(file, document);
      Node shown = redactionKey.map(key -> RedactedNode.of(node, key)).orElse(node);
      return new Outcome.Read(FactFile.read(file, shown, name));
    } catch (ProblemsException e) {
      return new Outcome.Refused(e.problems());
    }
  }

  /**
   * A document as keys and values.
   *
   * @throws ProblemsException when it cannot be read
   */
  static Node node(String file, Document document) {
    if (document.tooLong()) {
      throw new ProblemsException(
          List.of(
              new Problem(
                  file,
                  document.firstLine(),
                  0,
                  "the document is longer than "
                      + Documents.MOST_BYTES
                      + " bytes; leave out what does not concern this port")));
    }
    return NodeReader.read(file, document.text(), document.firstLine())
        .orElseThrow(() -> new ProblemsException(List.of(none(file, document.firstLine()))));
  }

  static Problem none(String file, int line) {
    return new Problem(file, line, 0, "there is no report in it; see facts template");
  }

  private static Outcome refused(Problem problem) {
    return new Outcome.Refused(List.of(problem));
  }
}
