package clbdoctor.rulebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.drools.drl.ast.descr.BaseDescr;

/** A rule file as its author wrote it; lines and columns count from 1. */
final class SourceLines {
  private final String text;
  private final List<String> lines;

  SourceLines(String text) {
    this.text = text;
    this.lines = text.lines().toList();
  }

  /** The words of the comment lines directly above a line. */
  String commentAbove(int line) {
    Deque<String> words = new ArrayDeque<>();
    for (int i = line - 2; i >= 0 && lines.get(i).strip().startsWith("//"); i--) {
      words.addFirst(lines.get(i).strip().substring(2).strip());
    }
    return String.join(" ", words);
  }

  /** The text of a pattern on one line. */
  String of(BaseDescr descr) {
    int end = Math.min(descr.getEndCharacter() + 1, text.length());
    return text.substring(descr.getStartCharacter(), end).replaceAll("\\s+", " ").strip();
  }

  /** Where a word stands in a line; where the line begins when it is not in it. */
  int column(int line, String word) {
    String found = lines.get(line - 1);
    int blanks = found.length() - found.stripLeading().length();
    int at = word.isEmpty() ? -1 : found.indexOf(word);
    return (at < 0 ? blanks : at) + 1;
  }

  /** The first line behind this one on which anything stands; the last one if nothing does. */
  int firstTextBehind(int line) {
    for (int i = line; i < lines.size(); i++) {
      String text = lines.get(i).strip();
      if (!text.isEmpty() && !text.startsWith("//")) {
        return i + 1;
      }
    }
    return Math.max(1, lines.size());
  }

  /** The line on which the last bracket of the pattern that begins on a line closes. */
  int endOfPattern(int line) {
    int open = 0;
    for (int i = line - 1; i < lines.size(); i++) {
      for (char c : lines.get(i).toCharArray()) {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (open <= 0) {
        return i + 1;
      }
    }
    return line;
  }
}
