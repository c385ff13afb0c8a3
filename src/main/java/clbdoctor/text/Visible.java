package clbdoctor.text;

/**
 * Text of others, so that a terminal shows it and does nothing else: control characters, and those
 * that turn the direction of what follows, become their escapes, {@code \\u001b}. Line feeds and
 * tabs stay.
 */
public final class Visible {
  private Visible() {}

  public static String of(String text) {
    if (text.chars().noneMatch(Visible::acts)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              if (acts(c)) {
                visible.append("\\u%04x".formatted(c));
              } else {
                visible.append((char) c);
              }
            });
    return visible.toString();
  }

  /** C0, DEL and C1 (ISO 6429), line and paragraph separator, directions (UAX 9). */
  public static boolean acts(int c) {
    return c < ' ' && c != '\n' && c != '\t' && c != '\r'
        || c >= 0x7F && c <= 0x9F
        || c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || c >= 0x2028 && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069;
  }
}
