package clbdoctor.firewall.nftables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One table of the JSON form, with what belongs to it. */
final class JsonTable {
  private static final Set<String> OF_IPTABLES =
      Set.of("filter", "nat", "mangle", "raw", "security");
  private static final Set<String> BUILT_IN =
      Set.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");

  private final Map<?, ?> table;
  private final StringBuilder sets = new StringBuilder();
  private final Map<String, String> heads = new LinkedHashMap<>();
  private final Map<String, List<String>> rules = new LinkedHashMap<>();

  JsonTable(Map<?, ?> table) {
    this.table = table;
  }

  /** Whether the object is one that stands in tables. */
  boolean take(String kind, Map<?, ?> body) {
    switch (kind) {
      case "set", "map" -> sets.append(set(kind, body));
      case "chain" -> chain(body);
      case "rule" -> {
        List<String> ofChain = rules.get(name(body.get("chain")));
        if (ofChain == null) {
          return false;
        }
        ofChain.add(JsonStatements.rule(body));
      }
      case "flowtable", "counter", "quota", "limit", "ct helper", "ct timeout" -> {}
      case "ct expectation", "synproxy", "secmark" -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  private void chain(Map<?, ?> body) {
    String head = "";
    if (body.get("hook") != null) {
      head = "type " + name(body.get("type")) + " hook " + name(body.get("hook"));
      head += devices(body);
      head += " priority " + JsonExpressions.text(body.get("prio")) + ";";
      head += " policy " + (body.get("policy") == null ? "accept" : name(body.get("policy")));
      head += ";\n";
    }
    heads.put(name(body.get("name")), head);
    rules.putIfAbsent(name(body.get("name")), new ArrayList<>());
  }

  /** nft 1.0.6 does not name the devices of a chain that has some. */
  private static String devices(Map<?, ?> body) {
    Object devices = body.get("dev");
    if (devices == null && List.of("ingress", "egress").contains(body.get("hook"))) {
      return " device hidden ?";
    }
    if (devices instanceof List<?> several) {
      return " devices = { " + JsonExpressions.joined(several, ", ") + " }";
    }
    return devices == null ? "" : " device \"" + NftJson.words(devices) + "\"";
  }

  private static String set(String kind, Map<?, ?> body) {
    StringBuilder text = new StringBuilder(kind + " " + name(body.get("name")) + " {\ntype ");
    text.append(type(body.get("type")));
    if (body.get("map") != null) {
      text.append(" : ").append(type(body.get("map")));
    }
    if (fed(body)) {
      text.append("\nflags dynamic");
    }
    if (body.get("elem") instanceof List<?> elements) {
      text.append("\nelements = { ").append(JsonExpressions.elements(elements)).append(" }");
    }
    return text.append("\n}\n").toString();
  }

  private static String type(Object type) {
    return type instanceof List<?> parts
        ? String.join(" . ", parts.stream().map(JsonTable::name).toList())
        : name(type);
  }

  /** nft 1.0.6 leaves the flag "dynamic" out; such sets have a size and usually a timeout. */
  private static boolean fed(Map<?, ?> body) {
    boolean said = String.valueOf(body.get("flags")).contains("dynamic");
    return said || body.get("size") != null && body.get("timeout") != null;
  }

  /** A table of iptables-nft carries a warning in the text, and none in the JSON. */
  private boolean ofIptables() {
    boolean named =
        Set.of("ip", "ip6").contains(name(table.get("family")))
            && OF_IPTABLES.contains(name(table.get("name")));
    return named
        && heads.entrySet().stream()
            .allMatch(head -> head.getValue().isEmpty() || BUILT_IN.contains(head.getKey()));
  }

  /** nft 1.0.6 writes random bytes instead of a table's flags, which then tell nothing. */
  private String flags() {
    Object flags = table.get("flags");
    String text = flags instanceof List<?> list ? type(list) : NftJson.words(flags);
    return flags == null
        ? ""
        : text.matches("dormant|owner|persist") ? "flags " + text : "flags ?;?";
  }

  String text() {
    StringBuilder text = new StringBuilder();
    if (ofIptables()) {
      text.append("# Warning: table is managed by iptables-nft, do not touch!\n");
    }
    text.append("table ").append(name(table.get("family"))).append(' ');
    text.append(name(table.get("name"))).append(" {\n").append(flags()).append('\n').append(sets);
    heads.forEach(
        (chain, head) -> {
          text.append("chain ").append(chain).append(" {\n").append(head);
          rules.get(chain).forEach(text::append);
          text.append("}\n");
        });
    return text.append("}\n").toString();
  }

  private static String name(Object name) {
    return name instanceof String text && text.matches("[\\w./-]+")
        ? text
        : "\"" + NftJson.words(name) + "\"";
  }
}
