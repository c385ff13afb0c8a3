package clbdoctor.report;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Elements of HTML; what they hold is markup already, but for {@link #text}. */
final class Html {
  private Html() {}

  static String row(String left, String right) {
    return "<tr><th>" + left + "</th><td>" + right + "</td></tr>\n";
  }

  static String list(List<String> items) {
    return items.stream()
        .map(item -> "<li>" + item + "</li>\n")
        .collect(joining("", "<ul>\n", "</ul>\n"));
  }

  static String code(String command) {
    return "<pre>" + text(command.strip()) + "</pre>";
  }

  static String element(String name, String kind, String inside) {
    String attribute = kind.isEmpty() ? "" : " class=\"" + kind + "\"";
    return "<" + name + attribute + ">" + inside + "</" + name + ">\n";
  }

  static String text(String data) {
    return Markup.xml(data);
  }
}
