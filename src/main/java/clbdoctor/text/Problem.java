package clbdoctor.text;

import java.util.Comparator;

/**
 * Something wrong in a file that a person wrote: where, what was found, what is expected.
 *
 * @param line from 1
 * @param column from 1; 0 when the whole line is meant
 */
public record Problem(String file, int line, int column, String message)
    implements Comparable<Problem> {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparing(Problem::line)
          .thenComparing(Problem::column)
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }

  /** {@code file:line:column: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + (column > 0 ? column + ":" : "") + " " + message;
  }
}
