package clbdoctor.yaml;

import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
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
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                stream,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    Documents documents = new Documents(reader);
    int read = 0;
    while (documents.hasNext()) {
      Documents.Document document = documents.next();
      if (document.blank()) {
        continue;
      }
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
      String file, Documents.Document document, Optional<String> redactionKey, String name) {
    Optional<Problem> unreadable = unreadable(file, document);
    if (unreadable.isPresent()) {
      return refused(unreadable.get());
    }
    try {
      return NodeReader.read(file, document.text(), document.firstLine())
          .map(node -> redactionKey.map(key -> RedactedNode.of(node, key)).orElse(node))
          .<Outcome>map(node -> new Outcome.Read(FactFile.read(file, node, name)))
          .orElseGet(() -> refused(none(file, document.firstLine())));
    } catch (ProblemsException e) {
      return new Outcome.Refused(e.problems());
    }
  }

  private static Optional<Problem> unreadable(String file, Documents.Document document) {
    if (document.tooLong()) {
      return Optional.of(
          new Problem(
              file,
              document.firstLine(),
              0,
              "the document is longer than "
                  + Documents.MOST_CHARACTERS
                  + " characters; leave out what does not concern this port"));
    }
    long strange =
        document.text().chars().filter(c -> c == 0xFFFD || c < ' ' && !isSpace(c)).count();
    return strange > 0
        ? Optional.of(
            new Problem(file, document.firstLine(), 0, "this is no text in UTF-8, but binary data"))
        : Optional.empty();
  }

  private static Problem none(String file, int line) {
    return new Problem(file, line, 0, "there is no report in it; see facts template");
  }

  private static boolean isSpace(int character) {
    return character == '\n' || character == '\t' || character == '\r';
  }

  private static Outcome refused(Problem problem) {
    return new Outcome.Refused(List.of(problem));
  }
}
