package clbdoctor.text;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something wrong in a file that a person wrote: where, what was found, what is expected.
 *
 * @param line from 1
 * @param column from 1; 0 when the whole line is meant
 * @param code what kind of problem it is, in a rule folder
 */
public record Problem(String file, int line, int column, String message, Optional<Code> code)
    implements Comparable<Problem> {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparing(Problem::line)
          .thenComparing(Problem::column)
          .thenComparing(Problem::message);

  /** A problem of a file outside the rule folder. */
  public Problem(String file, int line, int column, String message) {
    this(file, line, column, message, Optional.empty());
  }

  /** A problem of a rule folder. */
  public Problem(String file, int line, int column, String message, Code code) {
    this(file, line, column, message, Optional.of(code));
  }

  /** The same problem, with a code where it has none. */
  public Problem orElse(Code kind) {
    return new Problem(file, line, column, message, code.or(() -> Optional.of(kind)));
  }

  /** The same problem, of another file. */
  public Problem in(String other) {
    return new Problem(other, line, column, message, code);
  }

  public Severity severity() {
    return code.map(Code::severity).orElse(Severity.ERROR);
  }

  /** Whether a file with it cannot be used. */
  public boolean unusable() {
    return severity() == Severity.ERROR;
  }

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }

  /** {@code file:line:column: message [code]}. */
  @Override
  public String toString() {
    return place() + ": " + message + code.map(c -> " [" + c.id() + "]").orElse("");
  }

  /** {@code file:line:column}, the column only where one is meant. */
  public String place() {
    return file + ":" + line + (column > 0 ? ":" + column : "");
  }
}
