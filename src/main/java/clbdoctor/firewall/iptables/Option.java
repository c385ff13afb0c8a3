package clbdoctor.firewall.iptables;

import java.util.List;

/** One option of a match or target with its values: {@code ! --dports 80,443}. */
record Option(boolean negated, String name, List<String> values) {

  String value() {
    if (values.isEmpty()) {
      throw new SyntaxException(name + " has no value");
    }
    return values.get(0);
  }
}
