package clbdoctor.rulebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.drools.drl.ast.descr.BaseDescr;

/** Pieces of a rule file as the author wrote them. */
final class SourceLines {
  private SourceLines() {}

  /** The words of the comment lines directly above a line. */
  static String commentAbove(List<String> lines, int line) {
    Deque<String> words = new ArrayDeque<>();
    for (int i = line - 2; i >= 0 && lines.get(i).strip().startsWith("//"); i--) {
      words.addFirst(lines.get(i).strip().substring(2).strip());
    }
    return String.join(" ", words);
  }

  /** The text of a pattern on one line. */
  static String between(String text, BaseDescr descr) {
    int end = Math.min(descr.getEndCharacter() + 1, text.length());
    return text.substring(descr.getStartCharacter(), end).replaceAll("\\s+", " ").strip();
  }
}
