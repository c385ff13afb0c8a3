package clbdoctor.firewall.windows;

import clbdoctor.fact.AddressFamily;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.Unread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the output of {@code netsh advfirewall firewall show rule name=all verbose}:
 *
 * <pre>
 * Rule Name:                            Web
 * ----------------------------------------------------------------------
 * Enabled:                              Yes
 * Direction:                            In
 * Profiles:                             Domain,Private,Public
 * LocalIP:                              Any
 * RemoteIP:                             100.64.0.0/10
 * Protocol:                             TCP
 * LocalPort:                            80,443
 * RemotePort:                           Any
 * Program:                              Any
 * Action:                               Allow
 * </pre>
 *
 * It ends with {@code Ok.}, without which a part may be cut off. Without {@code verbose} the
 * program is missing, and then a rule may concern another one.
 */
record NetshRules(List<WindowsRule> rules, List<Unread> unread) {
  private static final Map<String, Integer> PROTOCOLS =
      Map.of("TCP", 6, "UDP", 17, "ICMPV4", 1, "ICMPV6", 58, "IGMP", 2, "IPV6", 41, "GRE", 47);

  static NetshRules parse(String text, AddressFamily family) {
    List<Unread> unread = new ArrayList<>();
    List<Properties> found = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      read(line, number, found, unread);
    }
    if (!text.strip().endsWith("Ok.")) {
      unread.add(new Unread(number, "", "netsh ends what it shows with Ok."));
    }
    List<WindowsRule> rules = new ArrayList<>();
    for (Properties properties : found) {
      if (properties.get("Action").isEmpty()) {
        String name = properties.get("Rule Name");
        unread.add(new Unread(properties.line(), name, "the rule has no action"));
      } else if (properties.get("Enabled").equals("Yes")
          && properties.get("Direction").equals("In")) {
        rules.add(rule(properties, family));
      }
    }
    return new NetshRules(rules, unread);
  }

  private static void read(String line, int number, List<Properties> found, List<Unread> unread) {
    int colon = line.indexOf(':');
    boolean continued = line.startsWith(" ");
    if (line.isBlank() || line.startsWith("---") || line.equals("Ok.")) {
      return;
    }
    if (line.startsWith("Rule Name:")) {
      found.add(Properties.at(number));
    } else if (found.isEmpty() || !continued && colon < 0) {
      unread.add(new Unread(number, line.strip(), "is no property of a rule"));
      return;
    }
    Map<String, String> values = found.get(found.size() - 1).values();
    if (continued) {
      values.merge("Types", line.strip(), (one, two) -> one + ";" + two);
    } else {
      values.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
  }

  private static WindowsRule rule(Properties properties, AddressFamily family) {
    Set<String> profiles = new TreeSet<>(Arrays.asList(properties.get("Profiles").split(",")));
    String action = properties.get("Action");
    return new WindowsRule(
        properties.get("Rule Name"),
        properties.line(),
        action.equals("Block"),
        profiles,
        NetshValues.addresses(properties.get("RemoteIP"), family),
        NetshValues.addresses(properties.get("LocalIP"), family),
        protocol(properties.get("Protocol")),
        ports(properties),
        open(properties, action));
  }

  static Optional<Integer> protocol(String text) {
    if (text.isEmpty() || text.equals("Any")) {
      return Optional.empty();
    }
    Integer known = PROTOCOLS.get(text.toUpperCase(Locale.ROOT));
    boolean number = text.matches("[0-9]{1,3}");
    return Optional.of(known != null ? known : number ? Integer.parseInt(text) : 255);
  }

  /** For ICMP the types stand where ports stand otherwise. */
  private static Optional<RangeSet> ports(Properties properties) {
    return properties.get("Protocol").startsWith("ICMP")
        ? NetshValues.icmpTypes(properties.get("Types"))
        : NetshValues.ports(properties.get("LocalPort"));
  }

  private static Optional<String> open(Properties properties, String action) {
    if (!action.equals("Allow") && !action.equals("Block")) {
      return Optional.of("action " + action);
    }
    if (!properties.any("RemotePort")) {
      return Optional.of("remote port " + properties.get("RemotePort"));
    }
    if (!properties.any("InterfaceTypes")) {
      return Optional.of("interface type " + properties.get("InterfaceTypes"));
    }
    if (properties.get("Security").startsWith("Auth")) {
      return Optional.of("security " + properties.get("Security"));
    }
    String program = properties.get("Program");
    return program.isEmpty()
        ? Optional.of("the rule's program is not shown; add verbose to the command")
        : properties.any("Program") && properties.any("Service")
            ? Optional.empty()
            : Optional.of("bound to program " + program + " " + properties.get("Service"));
  }
}
