package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Origins.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One zone or policy of firewalld: its properties, and its rules as nft writes them. Both are
 * listed alike; a policy is known by the zones that it leads to.
 */
final class FirewalldZone {
  private static final Pattern HEAD = Pattern.compile("([\\w-]+)(?: \\(.*\\))?");
  private static final Pattern PROPERTY = Pattern.compile(" {2}([a-z][a-z -]*): ?(.*)");

  /** The ports of services, as firewalld ships them. */
  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry("ssh", "22/tcp"),
          Map.entry("http", "80/tcp"),
          Map.entry("https", "443/tcp"),
          Map.entry("http3", "443/udp"),
          Map.entry("cockpit", "9090/tcp"),
          Map.entry("dhcpv6-client", "546/udp"),
          Map.entry("mdns", "5353/udp"),
          Map.entry("dns", "53/tcp 53/udp"),
          Map.entry("ntp", "123/udp"),
          Map.entry("smtp", "25/tcp"),
          Map.entry("mysql", "3306/tcp"),
          Map.entry("postgresql", "5432/tcp"),
          Map.entry("redis", "6379/tcp"),
          Map.entry("samba-client", "137/udp 138/udp"),
          Map.entry("ipp-client", "631/udp"));

  /** A rule, and what it was written from. */
  record Line(String rule, Origin origin) {}

  private final String name;
  private final Origin head;
  private final Map<String, Origin> properties = new TreeMap<>();
  private final List<Origin> richRules = new ArrayList<>();

  private FirewalldZone(String name, Origin head) {
    this.name = name;
    this.head = head;
  }

  static List<FirewalldZone> read(String text) {
    List<FirewalldZone> zones = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      Matcher start = HEAD.matcher(line.stripTrailing());
      Matcher property = PROPERTY.matcher(line);
      if (start.matches()) {
        zones.add(new FirewalldZone(start.group(1), new Origin(number, line.strip())));
      } else if (!zones.isEmpty() && line.strip().startsWith("rule ")) {
        zones.get(zones.size() - 1).richRules.add(new Origin(number, line.strip()));
      } else if (!zones.isEmpty() && property.matches()) {
        zones
            .get(zones.size() - 1)
            .properties
            .put(property.group(1), new Origin(number, property.group(2).strip()));
      }
    }
    return zones;
  }

  /** The chain of its rules. */
  String chain() {
    return policy() ? "filter_IN_policy_" + name : "filter_IN_" + name;
  }

  boolean policy() {
    return properties.containsKey("egress-zones");
  }

  /** Whether it is a policy for what comes from that zone to the host itself. */
  boolean appliesTo(FirewalldZone zone) {
    List<String> from = words("ingress-zones");
    return policy()
        && words("egress-zones").contains("HOST")
        && (from.contains("ANY") || from.contains(zone.name));
  }

  /** Of a policy, -1 if none is shown: below zero it comes before the zone's rules, else behind. */
  int priority() {
    String priority = properties.getOrDefault("priority", head).text();
    return priority.matches("-?[0-9]{1,5}") ? Integer.parseInt(priority) : -1;
  }

  boolean takesInterfaces() {
    return !words("interfaces").isEmpty();
  }

  boolean takesSources() {
    return !words("sources").isEmpty();
  }

  List<Line> bySource() {
    return words("sources").stream()
        .map(
            source ->
                new Line(
                    (source.matches("[0-9a-fA-F.:/]+")
                            ? family(source) + " saddr " + source
                            : "source \"" + source + "\"")
                        + " goto "
                        + chain(),
                    told("sources")))
        .toList();
  }

  List<Line> byInterface() {
    return words("interfaces").stream()
        .map(device -> new Line("iifname \"" + device + "\" goto " + chain(), told("interfaces")))
        .toList();
  }

  Line always() {
    return new Line("goto " + chain(), head);
  }

  /** Denials of rich rules come before what they accept, and that before the services and ports. */
  List<Line> rules() {
    List<Line> lines = new ArrayList<>();
    richRules.forEach(rule -> lines.addAll(RichRule.lines(rule, false, SERVICES)));
    words("icmp-blocks").forEach(type -> lines.add(blocked(type)));
    richRules.forEach(rule -> lines.addAll(RichRule.lines(rule, true, SERVICES)));
    Origin services = told("services");
    words("services").forEach(service -> lines.addAll(service(service, services)));
    Origin ports = told("ports");
    words("ports").forEach(port -> lines.add(new Line(port(port) + " accept", ports)));
    Origin protocols = told("protocols");
    words("protocols")
        .forEach(name -> lines.add(new Line("meta l4proto " + name + " accept", protocols)));
    for (String key : List.of("forward-ports", "source-ports")) {
      if (!words(key).isEmpty()) {
        lines.add(new Line("opens " + key, told(key)));
      }
    }
    return lines;
  }

  private static List<Line> service(String service, Origin origin) {
    String ports = SERVICES.get(service);
    return ports == null
        ? List.of(new Line("service " + service, origin))
        : ports(ports).stream().map(port -> new Line(port + " accept", origin)).toList();
  }

  static List<String> ports(String ports) {
    return java.util.Arrays.stream(ports.split(" ")).map(FirewalldZone::port).toList();
  }

  /** {@code 8000-8010/tcp}. */
  private static String port(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? "port " + text
        : text.substring(slash + 1) + " dport " + text.substring(0, slash);
  }

  private Line blocked(String type) {
    boolean inverted = properties.getOrDefault("icmp-block-inversion", head).text().equals("yes");
    String rule =
        inverted || !type.equals("echo-request")
            ? "blocks " + type
            : "icmp type echo-request reject with icmpx admin-prohibited";
    return new Line(rule, told("icmp-blocks"));
  }

  /** What becomes of the rest; a policy may leave it to the next. */
  List<Line> target() {
    Origin origin = told("target");
    return switch (properties.getOrDefault("target", head).text()) {
      case "ACCEPT" -> List.of(new Line("accept", origin));
      case "DROP" -> List.of(new Line("drop", origin));
      case "CONTINUE" -> List.of();
      case "default" ->
          List.of(
              new Line("meta l4proto { icmp, ipv6-icmp } accept", origin),
              new Line("reject with icmpx admin-prohibited", origin));
      default -> List.of(new Line("reject with icmpx admin-prohibited", origin));
    };
  }

  private List<String> words(String key) {
    String value = properties.containsKey(key) ? properties.get(key).text() : "";
    return value.isEmpty() ? List.of() : List.of(value.split(" +"));
  }

  private Origin told(String key) {
    Origin origin = properties.getOrDefault(key, head);
    return new Origin(
        origin.line(), (policy() ? "policy " : "zone ") + name + ", " + key + ": " + origin.text());
  }

  private static String family(String address) {
    return address.indexOf(':') >= 0 ? "ip6" : "ip";
  }
}
