package clbdoctor.collect.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON value (RFC 8259) as Java values: {@link Map}, {@link List}, {@link String}, {@link
 * Double}, {@link Boolean}, null.
 */
public final class Json {

  private static final int DEEPEST = 60;
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?(?:[eE][+-]?[0-9]{1,3})?");

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** The object that the text is; nothing when it is none, or malformed. */
  public static Optional<Map<String, Object>> object(String text) {
    Json json = new Json(text);
    try {
      json.space();
      Map<String, Object> object = json.members(0);
      json.space();
      return json.at == text.length() ? Optional.of(object) : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /** The object under a key, empty when there is none. */
  public static Map<String, Object> object(Map<String, Object> parent, String key) {
    return asObject(parent.get(key));
  }

  /** The objects in the list under a key. */
  public static List<Map<String, Object>> objects(Map<String, Object> parent, String key) {
    return parent.get(key) instanceof List<?> list
        ? list.stream().map(Json::asObject).toList()
        : List.of();
  }

  /** The text under a key, when there is one that is not empty. */
  public static Optional<String> text(Map<String, Object> parent, String key) {
    return parent.get(key) instanceof String value && !value.isEmpty()
        ? Optional.of(value)
        : Optional.empty();
  }

  public static Optional<Integer> number(Map<String, Object> parent, String key) {
    return parent.get(key) instanceof Double value
        ? Optional.of((int) Math.round(value))
        : Optional.empty();
  }

  private static Map<String, Object> asObject(Object value) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> object.put(String.valueOf(key), member));
    }
    return object;
  }

  private Object value(int depth) throws Malformed {
    space();
    return switch (peek()) {
      case '{' -> members(depth + 1);
      case '[' -> elements(depth + 1);
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> members(int depth) throws Malformed {
    Map<String, Object> members = new LinkedHashMap<>();
    open('{', depth);
    while (!closes('}', members.isEmpty())) {
      space();
      String key = string();
      space();
      expect(':');
      Object value = value(depth);
      members.put(key, value);
    }
    return members;
  }

  private List<Object> elements(int depth) throws Malformed {
    List<Object> elements = new ArrayList<>();
    open('[', depth);
    while (!closes(']', elements.isEmpty())) {
      elements.add(value(depth));
    }
    return elements;
  }

  private void open(char bracket, int depth) throws Malformed {
    if (depth > DEEPEST) {
      throw new Malformed();
    }
    expect(bracket);
  }

  /** Steps over the closing bracket, or over the comma that must stand before a further member. */
  private boolean closes(char bracket, boolean first) throws Malformed {
    space();
    if (peek() == bracket) {
      at++;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private String string() throws Malformed {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() throws Malformed {
    char c = peek();
    at++;
    if (c != 'u') {
      int known = "bfnrt".indexOf(c);
      return known < 0 ? c : "\b\f\n\r\t".charAt(known);
    }
    String digits = text.substring(at, Math.min(at + 4, text.length()));
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw new Malformed();
    }
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }

  private Object word(String word, Object value) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw new Malformed();
    }
    at += word.length();
    return value;
  }

  private Double number() throws Malformed {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw new Malformed();
    }
    at = number.end();
    return Double.valueOf(number.group());
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() throws Malformed {
    if (at >= text.length()) {
      throw new Malformed();
    }
    return text.charAt(at);
  }

  private void expect(char c) throws Malformed {
    if (peek() != c) {
      throw new Malformed();
    }
    at++;
  }

  /** The text is no JSON. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
  }
}
