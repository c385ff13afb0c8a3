package clbdoctor.fuzz;

/** Whether a text that was cut ends where no whole one ends. */
final class Cuts {
  private Cuts() {}

  /** In a table of iptables-save: behind its name and before its COMMIT. */
  static boolean insideTable(String text) {
    boolean inside = false;
    for (String line : text.split("\n", -1)) {
      String trimmed = line.strip();
      inside = inside ? !trimmed.equals("COMMIT") : trimmed.startsWith("*");
    }
    return inside;
  }

  /** Between braces of nft, those in strings and comments left out. */
  static boolean insideBraces(String text) {
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '#') {
        int end = text.indexOf(c == '"' ? '"' : '\n', at + 1);
        at = end < 0 ? text.length() : end;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return depth > 0;
  }

  /** Before the end of a line that says something. */
  static boolean insideLine(String text) {
    String last = text.substring(text.lastIndexOf('\n') + 1).strip();
    return !last.isEmpty() && !last.startsWith("#");
  }
}
