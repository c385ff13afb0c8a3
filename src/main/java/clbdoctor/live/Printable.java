package clbdoctor.live;

/**
 * Text as a fact file may hold it, so that it stands there in plain lines: no control characters,
 * no blanks at the end of a line, nothing that could not be decoded.
 */
final class Printable {
  private Printable() {}

  static String of(String text) {
    String lines =
        text.replace("\r", "").replaceAll("(?m)[ \t]+$", "").replace("\t", " ".repeat(8));
    StringBuilder printable = new StringBuilder(lines.length());
    lines
        .chars()
        .forEach(
            c -> {
              boolean odd = c < ' ' && c != '\n' && c != '\t' || c == 0xFFFD || c == 0x7F;
              printable.append(odd ? '?' : (char) c);
            });
    return printable.toString();
  }
}
