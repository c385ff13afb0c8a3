package clbdoctor.collect.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A row of a table that may go over several lines, because the tool prints details below it or a
 * mail client wrapped it.
 *
 * @param line all of it, with the number of its first line
 * @param parts the lines as they stand in the text
 */
public record Row(Line line, List<Line> parts) {

  /** No row is longer than this; what follows is a row of its own. */
  private static final int LONGEST = 4000;

  public Row {
    parts = List.copyOf(parts);
  }

  /**
   * Joins lines to rows.
   *
   * @param continues whether the second line continues the row that the first one is so far
   */
  public static List<Row> join(List<Line> lines, BiPredicate<Line, Line> continues) {
    List<Row> rows = new ArrayList<>();
    for (Line next : lines) {
      Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      if (last != null && last.line.text().length() < LONGEST && continues.test(last.line, next)) {
        List<Line> parts = new ArrayList<>(last.parts);
        parts.add(next);
        rows.set(rows.size() - 1, new Row(last.line.join(next), parts));
      } else {
        rows.add(new Row(next, List.of(next)));
      }
    }
    return rows;
  }
}
