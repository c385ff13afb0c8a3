package clbdoctor.firewall.nftables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what {@code nft -j list ruleset} shows (libnftables-json(5)) as {@code nft list ruleset}
 * would show it, for {@link NftListing} to read:
 *
 * <pre>
 * {"nftables": [{"metainfo": {"version": "1.0.6", "json_schema_version": 1}},
 *   {"table": {"family": "ip", "name": "t", "handle": 1}},
 *   {"chain": {"family": "ip", "table": "t", "name": "in", "handle": 1,
 *     "type": "filter", "hook": "input", "prio": 0, "policy": "drop"}},
 *   {"rule": {"family": "ip", "table": "t", "chain": "in", "handle": 2,
 *     "expr": [{"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}},
 *       "right": 80}}, {"accept": null}]}}]}
 * </pre>
 *
 * becomes
 *
 * <pre>
 * table ip t {
 * chain in {
 * type filter hook input priority 0; policy drop;
 * tcp dport 80 accept # handle 2
 * }
 * }
 * </pre>
 *
 * What the JSON hides, such as the options of a match of iptables, stays a rule that may do
 * anything.
 */
public final class NftJson {
  private final Map<String, JsonTable> tables = new LinkedHashMap<>();

  private NftJson() {}

  /**
   * The ruleset as text.
   *
   * @param tree the document: maps, lists, strings, numbers, booleans and nulls
   * @return one line that says what is wrong, and is no ruleset, where the document is none
   */
  public static String listing(Map<String, ?> tree) {
    if (!(tree.get("nftables") instanceof List<?> objects)) {
      return "the member \"nftables\" is missing\n";
    }
    NftJson json = new NftJson();
    List<String> unknown = new ArrayList<>();
    for (Object object : objects) {
      if (!(object instanceof Map<?, ?> map && map.size() == 1 && json.take(map))) {
        unknown.add("an object is not known: " + words(object) + "\n");
      }
    }
    StringBuilder listing = new StringBuilder();
    json.tables.values().forEach(table -> listing.append(table.text()));
    unknown.forEach(listing::append);
    return listing.toString();
  }

  private boolean take(Map<?, ?> object) {
    String kind = String.valueOf(object.keySet().iterator().next());
    if (kind.equals("metainfo")) {
      return true;
    }
    if (!(object.get(kind) instanceof Map<?, ?> body)) {
      return false;
    }
    if (kind.equals("table")) {
      tables.put(key(body, "name"), new JsonTable(body));
      return true;
    }
    JsonTable table = tables.get(key(body, "table"));
    return table != null && table.take(kind, body);
  }

  private static String key(Map<?, ?> body, String name) {
    return body.get("family") + " " + body.get(name);
  }

  /** A word of the document on one line. */
  static String words(Object value) {
    return String.valueOf(value).replaceAll("[\\s{}#\";]+", " ");
  }
}
