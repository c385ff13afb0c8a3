package clbdoctor.report;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of at most {@value #WIDTH} columns, where words allow it. */
final class Lines {
  static final int WIDTH = 96;

  private final StringBuilder text = new StringBuilder();

  void blank() {
    if (!text.isEmpty() && !text.toString().endsWith("\n\n")) {
      text.append('\n');
    }
  }

  /** One line as it is. */
  void line(int indent, String words) {
    text.append(" ".repeat(indent)).append(words).append('\n');
  }

  /** A paragraph, wrapped; the lines behind the first are indented as far as {@code hanging}. */
  void paragraph(int indent, int hanging, String words) {
    List<String> wrapped = wrap(words, WIDTH - indent, WIDTH - hanging);
    for (int i = 0; i < wrapped.size(); i++) {
      line(i == 0 ? indent : hanging, wrapped.get(i));
    }
  }

  /** Words with a note behind them; the note gets a line of its own when there is no room. */
  void withNote(int indent, int hanging, String words, String note, Style style) {
    if (indent + words.length() + 2 + note.length() <= WIDTH) {
      line(indent, words + "  " + style.dim(note));
    } else {
      paragraph(indent, hanging, words);
      line(hanging, style.dim(note));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static List<String> wrap(String words, int firstWidth, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split("(?<=\\S) ")) {
      int room = lines.isEmpty() ? firstWidth : width;
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
