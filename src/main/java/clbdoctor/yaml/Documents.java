package clbdoctor.yaml;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The documents of a stream, one at a time. YAML is cut at the lines that begin with {@code ---}:
 * the language allows such a line nowhere inside a document (YAML 1.2, c-forbidden). JSON is cut
 * where a line begins with a brace, so that JSON lines are read too. So a broken document never
 * takes its neighbours with it, and a stream needs no more memory than its largest document.
 */
final class Documents implements Iterator<Documents.Document> {

  /**
   * The text of one document.
   *
   * @param firstLine the line of the stream on which the text begins, from 1
   * @param tooLong whether the text was cut at {@link #MOST_CHARACTERS}
   */
  record Document(String text, int firstLine, boolean tooLong) {
    boolean blank() {
      return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
    }
  }

  static final int MOST_CHARACTERS = 2_000_000;

  private final BufferedReader reader;
  private int line = 1;
  private String pending;
  private boolean ended;

  Documents(BufferedReader reader) throws IOException {
    this.reader = reader;
    this.pending = "";
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Document next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    try {
      return read();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Document read() throws IOException {
    StringBuilder text = new StringBuilder(pending);
    int firstLine = pending.isEmpty() ? line : line - 1;
    boolean tooLong = false;
    for (String next = readLine(); next != null; next = readLine()) {
      line++;
      if (next.startsWith("---")) {
        pending = " ".repeat(3) + next.substring(3) + "\n";
        return new Document(text.toString(), firstLine, tooLong);
      }
      if (next.startsWith("{") && text.indexOf("{") == 0) {
        pending = next + "\n";
        return new Document(text.toString(), firstLine, tooLong);
      }
      if (next.equals("...")) {
        next = "";
      }
      tooLong |= text.length() + next.length() > MOST_CHARACTERS;
      if (!tooLong) {
        text.append(next).append('\n');
      }
    }
    ended = true;
    return new Document(text.toString(), firstLine, tooLong);
  }

  /** A line without its end, cut where it exceeds what a document may hold. */
  private String readLine() throws IOException {
    StringBuilder text = new StringBuilder();
    int next = reader.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (text.length() <= MOST_CHARACTERS) {
        text.append((char) next);
      }
      next = reader.read();
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
      text.setLength(text.length() - 1);
    }
    return text.toString();
  }
}
