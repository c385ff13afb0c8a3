package clbdoctor.firewall.nftables;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Expressions of the JSON form as nft(8) writes them; what is not known stays no expression. */
final class JsonExpressions {
  private JsonExpressions() {}

  static String text(Object value) {
    if (value instanceof Number number) {
      return whole(number);
    }
    if (value instanceof Boolean there) {
      return there ? "exists" : "missing";
    }
    if (value instanceof List<?> list) {
      return joined(list, ",");
    }
    return value instanceof Map<?, ?> map && map.size() == 1 ? expression(map) : word(value);
  }

  private static String whole(Number number) {
    return number.doubleValue() == Math.rint(number.doubleValue())
        ? String.valueOf(number.longValue())
        : word(number);
  }

  /** A name as it is where the listing has no quotation marks either. */
  private static String word(Object value) {
    String text = NftJson.words(value);
    return text.equals(value) && text.matches("@?[\\w.:/\\\\+-]+|\\*") ? text : "\"" + text + "\"";
  }

  static String joined(List<?> values, String by) {
    return values.stream().map(JsonExpressions::text).collect(Collectors.joining(by));
  }

  private static String expression(Map<?, ?> map) {
    String kind = String.valueOf(map.keySet().iterator().next());
    Object body = map.get(kind);
    if (body instanceof List<?> list) {
      return ofList(kind, list);
    }
    return body instanceof Map<?, ?> members ? ofMap(kind, members) : unknown(kind);
  }

  private static String ofList(String kind, List<?> list) {
    return switch (kind) {
      case "set" -> "{ " + elements(list) + " }";
      case "range" -> joined(list, "-");
      case "concat" -> joined(list, " . ");
      case "&" ->
          list.size() == 2 && list.get(1) instanceof List<?> bits
              ? text(list.get(0)) + " & (" + joined(bits, " | ") + ")"
              : joined(list, " & ");
      case "|" -> joined(list, " | ");
      case "^" -> joined(list, " ^ ");
      default -> unknown(kind);
    };
  }

  private static String ofMap(String kind, Map<?, ?> body) {
    return switch (kind) {
      case "payload" ->
          body.get("protocol") != null
              ? text(body.get("protocol")) + " " + text(body.get("field"))
              : unknown("payload at a bare offset");
      case "meta" -> meta(text(body.get("key")));
      case "ct" -> ct(body);
      case "fib" -> fib(body);
      case "numgen" -> numgen(body);
      case "prefix" -> text(body.get("addr")) + "/" + text(body.get("len"));
      case "elem" -> element(body);
      case "map" -> text(body.get("key")) + " map " + text(body.get("data"));
      default -> unknown(kind);
    };
  }

  private static String meta(String key) {
    return key.matches("[io]if(name)?") ? key : "meta " + key;
  }

  private static String ct(Map<?, ?> body) {
    String family = body.get("family") == null ? "" : text(body.get("family")) + " ";
    String side = body.get("dir") == null ? "" : text(body.get("dir")) + " ";
    return "ct " + side + family + NftJson.words(body.get("key"));
  }

  private static String numgen(Map<?, ?> body) {
    String offset = body.get("offset") == null ? "0" : text(body.get("offset"));
    return "numgen "
        + text(body.get("mode"))
        + " mod "
        + text(body.get("mod"))
        + " offset "
        + offset;
  }

  private static String fib(Map<?, ?> body) {
    String inputs =
        body.get("flags") instanceof List<?> list ? joined(list, " . ") : text(body.get("flags"));
    return "fib " + inputs + " " + text(body.get("result"));
  }

  /** An element of a set, or a pair of one of a map. */
  static String elements(List<?> elements) {
    return elements.stream()
        .map(
            element ->
                element instanceof List<?> pair && pair.size() == 2
                    ? key(pair.get(0)) + " : " + data(pair.get(1))
                    : key(element))
        .collect(Collectors.joining(", "));
  }

  private static String key(Object key) {
    return key instanceof List<?> bits ? joined(bits, " | ") : text(key);
  }

  private static String data(Object data) {
    return data instanceof Map<?, ?> map && map.size() == 1 && JsonStatements.verdict(map)
        ? JsonStatements.statement(map)
        : text(data);
  }

  /** A limit of its own would make the element hold at times only. */
  private static String element(Map<?, ?> body) {
    boolean plain =
        body.keySet().stream()
            .allMatch(k -> List.of("val", "timeout", "expires", "comment", "counter").contains(k));
    return plain ? text(body.get("val")) : unknown("element with a statement");
  }

  /** A word that no reader takes for an expression. */
  static String unknown(String kind) {
    return "\"" + NftJson.words(kind) + "\" ? ";
  }
}
