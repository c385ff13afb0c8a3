package clbdoctor.firewall.nftables;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements of the JSON form as nft(8) writes them. */
final class JsonStatements {
  private static final Set<String> VERDICTS =
      Set.of("accept", "drop", "return", "continue", "jump", "goto");

  private JsonStatements() {}

  /** One rule on a line. */
  static String rule(Map<?, ?> rule) {
    StringBuilder text = new StringBuilder();
    if (rule.get("expr") instanceof List<?> statements) {
      for (Object statement : statements) {
        boolean known = statement instanceof Map<?, ?> map && map.size() == 1;
        text.append(known ? statement((Map<?, ?>) statement) : unknown(statement)).append(' ');
      }
    } else {
      text.append(unknown("rule without expressions"));
    }
    if (rule.get("comment") instanceof String comment) {
      text.append("comment \"").append(NftJson.words(comment)).append("\" ");
    }
    return text + "# handle " + JsonExpressions.text(rule.get("handle")) + "\n";
  }

  static boolean verdict(Map<?, ?> map) {
    return VERDICTS.contains(String.valueOf(map.keySet().iterator().next()));
  }

  static String statement(Map<?, ?> map) {
    String kind = String.valueOf(map.keySet().iterator().next());
    Object value = map.get(kind);
    Map<?, ?> body = value instanceof Map<?, ?> members ? members : Map.of();
    return switch (kind) {
      case "accept", "drop", "return", "continue", "notrack" -> kind;
      case "jump", "goto" -> kind + " \"" + NftJson.words(body.get("target")) + "\"";
      case "match" -> match(body);
      case "vmap" -> text(body, "key") + " vmap " + text(body, "data");
      case "mangle" -> text(body, "key") + " set " + text(body, "value");
      case "counter" -> "counter";
      case "log" -> "log";
      case "limit" -> limit(body);
      case "ct count" -> "ct count " + (inverse(body) ? "over " : "") + text(body, "val");
      case "reject" -> reject(body);
      case "dnat", "snat", "redirect", "masquerade" -> translation(kind, body);
      case "set" -> set(body);
      case "queue", "tproxy", "synproxy", "fwd" -> kind;
      case "xt" -> xt(body);
      default -> unknown(kind);
    };
  }

  private static String text(Map<?, ?> body, String key) {
    return JsonExpressions.text(body.get(key));
  }

  private static boolean inverse(Map<?, ?> body) {
    return Boolean.TRUE.equals(body.get("inv"));
  }

  /** A plain list of bits is written without a sign. */
  private static String match(Map<?, ?> body) {
    String sign = String.valueOf(body.get("op"));
    String written =
        switch (sign) {
          case "in" -> " ";
          case "==", "!=", "<", ">", "<=", ">=", "!" -> " " + sign + " ";
          default -> " ? ";
        };
    String left = text(body, "left");
    boolean bits = left.matches("tcp flags|ct stat(e|us)|.*&.*");
    boolean plain = sign.equals("==") && (!bits || body.get("right") instanceof Map<?, ?>);
    return left + (plain ? " " : written) + text(body, "right");
  }

  private static String limit(Map<?, ?> body) {
    String unit = body.get("rate_unit") == null ? "packets" : text(body, "rate_unit");
    boolean packets = unit.equals("packets");
    String rate = text(body, "rate") + (packets ? "" : " " + unit) + "/" + text(body, "per");
    String burst = body.get("burst") == null ? "5" : text(body, "burst");
    String burstUnit = body.get("burst_unit") == null ? "packets" : text(body, "burst_unit");
    boolean shown = packets ? !burst.equals("5") : !burst.equals("0");
    return "limit rate "
        + (inverse(body) ? "over " : "")
        + rate
        + (shown ? " burst " + burst + " " + burstUnit : "");
  }

  private static String reject(Map<?, ?> body) {
    if (body.get("type") == null) {
      return "reject";
    }
    String type = NftJson.words(body.get("type"));
    return "reject with " + type + (body.get("expr") == null ? "" : " " + text(body, "expr"));
  }

  private static String translation(String kind, Map<?, ?> body) {
    String family = body.get("family") == null ? "" : " " + text(body, "family");
    Object address = body.get("addr");
    String to = address == null ? "" : JsonExpressions.text(address);
    if (body.get("port") != null) {
      to = (to.indexOf(':') >= 0 ? "[" + to + "]" : to) + ":" + text(body, "port");
    }
    boolean odd = body.get("type_flags") != null || to.startsWith("[") && to.indexOf(' ') >= 0;
    return kind + family + (to.isEmpty() ? "" : " to " + (odd ? unknown(kind) : to));
  }

  private static String set(Map<?, ?> body) {
    StringBuilder text = new StringBuilder(text(body, "op") + " " + text(body, "set") + " { ");
    text.append(text(body, "elem"));
    if (body.get("stmt") instanceof List<?> statements) {
      for (Object statement : statements) {
        boolean known = statement instanceof Map<?, ?> map && map.size() == 1;
        text.append(' ').append(known ? statement((Map<?, ?>) statement) : unknown(statement));
      }
    }
    return text + " }";
  }

  private static String xt(Map<?, ?> body) {
    String kind = "match".equals(body.get("type")) ? "match" : "target";
    return "xt " + kind + " \"" + NftJson.words(body.get("name")) + "\"";
  }

  private static String unknown(Object what) {
    return JsonExpressions.unknown(String.valueOf(what));
  }
}
