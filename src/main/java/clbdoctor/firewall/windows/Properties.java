package clbdoctor.firewall.windows;

import java.util.LinkedHashMap;
import java.util.Map;

/** The properties that netsh shows of one rule. */
record Properties(int line, Map<String, String> values) {

  static Properties at(int line) {
    return new Properties(line, new LinkedHashMap<>());
  }

  String get(String key) {
    return values.getOrDefault(key, "");
  }

  boolean any(String key) {
    return get(key).isEmpty() || get(key).equals("Any");
  }
}
