package clbdoctor.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The documents of a stream, one at a time. YAML is cut at the lines that begin with {@code ---}:
 * the language allows such a line nowhere inside a document (YAML 1.2, c-forbidden). JSON is cut
 * where a line begins with a brace, so that JSON lines are read too. So a broken document never
 * takes its neighbours with it, and a stream needs no more memory than its largest document.
 */
final class Documents {

  /**
   * One document as it stands in the stream, in UTF-8; the marks of its beginning and end are
   * blanks.
   *
   * @param firstLine the line of the stream on which it begins, from 1
   * @param tooLong whether it exceeds {@link #MOST_BYTES}, and nothing of it was kept
   */
  record Document(byte[] utf8, int firstLine, boolean tooLong) {
    /** Its lines, each with a line feed at its end; what is no UTF-8 becomes U+FFFD. */
    String text() {
      String text = new String(utf8, StandardCharsets.UTF_8);
      String lines = text.endsWith("\n") ? text : text + "\n";
      return lines.indexOf('\r') < 0 ? lines : lines.replace("\r\n", "\n");
    }
  }

  static final int MOST_BYTES = 2_000_000;

  private static final byte[] BEGINNING = "---".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "...".getBytes(StandardCharsets.US_ASCII);

  private final InputStream stream;
  private byte[] buffer = new byte[1 << 16];
  private int filled;
  private boolean ended;

  /** Where the line begins that is looked at, and its number. */
  private int lineStart;

  private int line = 1;

  /** Where the document begins, and on which line. */
  private int start;

  private int firstLine = 1;
  private boolean json;
  private boolean blank = true;
  private boolean tooLong;

  Documents(InputStream stream) {
    this.stream = stream;
  }

  /** The next document in which more stands than comments; nothing at the end of the stream. */
  Optional<Document> next() throws IOException {
    while (lineInBuffer()) {
      boolean nextBegins = begins(BEGINNING) || json && buffer[lineStart] == '{';
      Optional<Document> before = nextBegins ? document() : Optional.empty();
      look();
      if (before.isPresent()) {
        return before;
      }
    }
    return document();
  }

  /** Takes in the line that is looked at, and goes on to the next one. */
  private void look() {
    if (begins(BEGINNING) || isLine(END)) {
      Arrays.fill(buffer, lineStart, lineStart + END.length, (byte) ' ');
    }
    int end = lineEnd(lineStart);
    json |= lineStart == start && end > start && buffer[start] == '{';
    blank &= blank(end);
    lineStart = Math.min(end + 1, filled);
    line++;
    if (lineStart - start > MOST_BYTES) {
      tooLong = true;
      start = lineStart;
    }
  }

  private boolean blank(int end) {
    int at = lineStart;
    while (at < end && buffer[at] >= 0 && buffer[at] <= ' ') {
      at++;
    }
    return at == end || buffer[at] == '#';
  }

  /** What stands before the line that is looked at, which begins the next document. */
  private Optional<Document> document() {
    Optional<Document> document =
        blank && !tooLong
            ? Optional.empty()
            : Optional.of(
                new Document(
                    tooLong ? new byte[0] : Arrays.copyOfRange(buffer, start, lineStart),
                    firstLine,
                    tooLong));
    start = lineStart;
    firstLine = line;
    json = false;
    blank = true;
    tooLong = false;
    return document;
  }

  private boolean begins(byte[] mark) {
    return lineStart + mark.length <= filled
        && Arrays.equals(buffer, lineStart, lineStart + mark.length, mark, 0, mark.length);
  }

  private boolean isLine(byte[] mark) {
    int end = lineEnd(lineStart);
    return begins(mark)
        && (end == lineStart + mark.length
            || end == lineStart + mark.length + 1 && buffer[end - 1] == '\r');
  }

  /** Where the line ends that begins here: its line feed, or what has been read so far. */
  private int lineEnd(int from) {
    int end = from;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Reads on until the line that is looked at stands in the buffer whole; false at the end. */
  private boolean lineInBuffer() throws IOException {
    int searched = lineStart;
    while (!ended) {
      searched = lineEnd(searched);
      if (searched < filled) {
        return true;
      }
      searched -= makeRoom();
      int read = stream.read(buffer, filled, buffer.length - filled);
      ended = read < 0;
      filled += Math.max(read, 0);
    }
    return lineStart < filled;
  }

  /** By how many bytes everything moves to the front. */
  private int makeRoom() {
    if (filled < buffer.length) {
      return 0;
    }
    if (filled - start > MOST_BYTES) {
      dropBeginning();
    }
    int moved = start;
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    filled -= moved;
    lineStart -= moved;
    start = 0;
    if (filled > buffer.length / 2) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    return moved;
  }

  /** Of a line longer than a document may be a comment is left: its rest begins no document. */
  private void dropBeginning() {
    tooLong = true;
    buffer[start] = '#';
    lineStart = start;
    filled = start + 1;
  }
}
