package clbdoctor.report;

import java.util.regex.Pattern;

/**
 * Texts of reports inside markup. A report is data that anybody may have written: whatever it
 * holds, it is shown, and means nothing to the reader of the markup.
 */
public final class Markup {
  /** Characters that no XML document may hold (XML 1.0 §2.2), not even escaped. */
  private static final Pattern NO_XML =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ufffe\\uffff]");

  private static final Pattern LONE_SURROGATE =
      Pattern.compile(
          "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

  /** What begins emphasis, code, a link, an entity, a table cell or a heading in Markdown. */
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*{}\\[\\]<>#|~&$]");

  private Markup() {}

  /** Text between tags or in quotes, in HTML and in XML. */
  public static String xml(String text) {
    return LONE_SURROGATE
        .matcher(NO_XML.matcher(text).replaceAll("\ufffd"))
        .replaceAll("\ufffd")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Text within one line of Markdown; an underscore inside a word is no emphasis. */
  static String markdown(String text) {
    return MARKDOWN
        .matcher(text.replaceAll("\\s+", " ").strip())
        .replaceAll("\\\\$0")
        .replaceAll("(?<![\\p{Alnum}])_|_(?![\\p{Alnum}])", "\\\\_")
        .replaceAll("^([-+=]|[0-9]+(?=[.)]))", "\\\\$1")
        .replaceAll("^\\\\([0-9]+)([.)])", "$1\\\\$2")
        .replace("://", ":\\//")
        .replace("www.", "www\\.");
  }

  /** A piece of code within a line of Markdown, between more backquotes than it holds. */
  static String code(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    String fence = "`".repeat(longestRun(line) + 1);
    String room = line.contains("`") || line.isEmpty() ? " " : "";
    return fence + room + line + room + fence;
  }

  /** Lines of code in Markdown, each indented by as much. */
  static String block(String text, String indent) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    StringBuilder block = new StringBuilder(indent + fence + "sh\n");
    text.lines().forEach(line -> block.append(indent).append(line).append('\n'));
    return block.append(indent).append(fence).append('\n').toString();
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
