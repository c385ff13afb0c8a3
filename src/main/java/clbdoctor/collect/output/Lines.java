package clbdoctor.collect.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a pasted text into lines and takes off what terminals and mail clients put on. */
final class Lines {

  /** A line longer than this is no line of the tools known here; it is cut. */
  static final int LONGEST = 8192;

  /** Colours and cursor movements of a terminal: ECMA-48 control sequences. */
  private static final Pattern CONTROL_SEQUENCE =
      Pattern.compile("\u001b\\[[0-9;?]{0,16}[A-Za-z]|\u001b[()][A-Z0-9]");

  private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

  private Lines() {}

  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String raw : LINE_END.split(text, -1)) {
      number++;
      lines.add(new Line(number, clean(raw)));
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).blank()) {
      lines.remove(lines.size() - 1);
    }
    return quoted(lines) ? lines.stream().map(Lines::unquote).toList() : lines;
  }

  /** Whether the text ends where a line ends, so that its last line is no torn one. */
  static boolean endsWithLineEnd(String text) {
    return text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
  }

  private static String clean(String raw) {
    String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    String plain = CONTROL_SEQUENCE.matcher(cut).replaceAll("");
    return plain
        .replace('\u00a0', ' ')
        .replace('\u3000', ' ')
        .replace("\ufeff", "")
        .replace("\0", "")
        .stripTrailing();
  }

  /** Mail clients put "> " before every line of what they quote. */
  private static boolean quoted(List<Line> lines) {
    return lines.size() > 1
        && lines.stream().allMatch(line -> line.blank() || line.text().startsWith(">"));
  }

  private static Line unquote(Line line) {
    return new Line(line.number(), line.text().replaceFirst("^> ?", ""));
  }
}
