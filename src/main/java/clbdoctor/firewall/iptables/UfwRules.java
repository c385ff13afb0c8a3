package clbdoctor.firewall.iptables;

import clbdoctor.firewall.model.Origins.Origin;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.model.Unread;
import clbdoctor.firewall.model.WrittenListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the rule files of ufw, one or several behind each other, as the rules that ufw loads from
 * them (ufw-framework(8)):
 *
 * <pre>
 * *filter
 * :ufw-user-input - [0:0]
 * ### RULES ###
 *
 * ### tuple ### deny tcp 80 0.0.0.0/0 any 100.64.0.0/10 in
 * -A ufw-user-input -p tcp --dport 80 -s 100.64.0.0/10 -j DROP
 * ### END RULES ###
 * COMMIT
 * </pre>
 *
 * That is {@code user.rules}; where {@code before.rules} or {@code DEFAULT_INPUT_POLICY} of {@code
 * /etc/default/ufw} is not among them, they are taken as ufw ships them. Other tables than filter
 * are ufw's only for IPv4. A file without its last COMMIT is {@linkplain Ruleset#unread() unread}.
 */
public final class UfwRules {
  private static final Pattern POLICY =
      Pattern.compile("DEFAULT_(INPUT|OUTPUT|FORWARD)_POLICY=\"?(DROP|REJECT|ACCEPT)\"?");
  private static final List<String> DIRECTIONS = List.of("input", "output", "forward");
  private static final List<String> STATIONS =
      List.of("before-logging", "before", "after", "after-logging", "reject", "track");

  private final boolean ipv6;
  private final String prefix;
  private final Map<String, List<Origin>> tables = new HashMap<>();
  private final Map<String, String> policies =
      new HashMap<>(Map.of("input", "DROP", "output", "ACCEPT", "forward", "DROP"));
  private final WrittenListing rules = new WrittenListing();
  private final List<Unread> unread = new ArrayList<>();

  private UfwRules(boolean ipv6) {
    this.ipv6 = ipv6;
    this.prefix = ipv6 ? "ufw6-" : "ufw-";
  }

  /** The rules for one family; none when its user rules are not there, or ufw is not enabled. */
  public static Optional<Ruleset> parse(String text, boolean ipv6) {
    UfwRules files = new UfwRules(ipv6);
    boolean enabled = text.lines().noneMatch(line -> line.strip().matches("ENABLED=\"?no\"?"));
    files.read(text);
    return enabled && files.declares("user-input")
        ? Optional.of(files.ruleset())
        : Optional.empty();
  }

  private void read(String text) {
    List<Origin> table = new ArrayList<>();
    Optional<Origin> open = Optional.empty();
    int number = 0;
    for (String untrimmed : text.split("\n", -1)) {
      number++;
      String line = untrimmed.strip();
      Matcher policy = POLICY.matcher(line);
      if (policy.matches()) {
        policies.put(policy.group(1).toLowerCase(), policy.group(2));
      } else if (line.startsWith("*")) {
        table = tables.computeIfAbsent(line.substring(1), any -> new ArrayList<>());
        open.ifPresent(this::uncommitted);
        open = Optional.of(new Origin(number, line));
      } else if (line.equals("COMMIT")) {
        open = Optional.empty();
      } else if (line.startsWith(":") || line.startsWith("-")) {
        table.add(new Origin(number, line));
      }
    }
    open.ifPresent(this::uncommitted);
  }

  private void uncommitted(Origin table) {
    unread.add(new Unread(table.line(), table.text(), "COMMIT is missing"));
  }

  private boolean declares(String chain) {
    return filter().stream().anyMatch(line -> line.text().startsWith(":" + prefix + chain + " "));
  }

  /** Lines of the table filter that are of this family, but those of its logs. */
  private List<Origin> filter() {
    return tables.getOrDefault("filter", List.of()).stream()
        .filter(line -> line.text().matches("(?::|-A |-I )" + prefix + ".*"))
        .filter(line -> !line.text().matches("-[AI] (?:.*-j LOG .*|\\S+-logging-\\w+ .*)"))
        .toList();
  }

  private Ruleset ruleset() {
    boolean before = declares("before-input");
    rules.write("*filter");
    skeleton();
    List<Origin> lines = filter();
    lines.stream().filter(line -> line.text().startsWith(":")).forEach(this::write);
    if (!before) {
      shippedBefore();
    }
    lines.stream().filter(line -> line.text().startsWith("-")).forEach(this::write);
    DIRECTIONS.forEach(
        way -> rules.write("-A " + chain("before", way) + " -j " + chain("user", way)));
    rules.write("COMMIT");
    if (!ipv6) {
      tables.forEach(this::other);
    }
    Tool tool = ipv6 ? Tool.IP6TABLES : Tool.IPTABLES;
    Ruleset read = rules.read(listing -> IptablesSave.parse(listing, tool));
    unread.addAll(read.unread());
    return new Ruleset(tool, read.tables(), unread);
  }

  /** What ufw loads before it reads its files. */
  private void skeleton() {
    for (String way : DIRECTIONS) {
      String policy = policies.get(way).equals("ACCEPT") ? "ACCEPT" : "DROP";
      rules.write(":" + way.toUpperCase() + " " + policy + " [0:0]");
      STATIONS.forEach(station -> declare(chain(station, way)));
      List.of("user", "user-logging", "skip-to-policy").forEach(c -> declare(chain(c, way)));
    }
    List.of("logging-deny", "logging-allow", "user-limit", "user-limit-accept")
        .forEach(name -> declare(prefix + name));
    for (String way : DIRECTIONS) {
      STATIONS.forEach(
          station -> rules.write("-A " + way.toUpperCase() + " -j " + chain(station, way)));
      rules.write("-A " + chain("skip-to-policy", way) + " -j " + policies.get(way));
      if (policies.get(way).equals("REJECT")) {
        rules.write("-A " + chain("reject", way) + " -j REJECT");
      }
    }
  }

  private void shippedBefore() {
    String before = "-A " + chain("before", "input");
    rules.write(before + " -i lo -j ACCEPT");
    rules.write(before + " -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT");
    rules.write(before + " -p " + (ipv6 ? "ipv6-icmp" : "icmp") + " -j ACCEPT");
  }

  private void other(String table, List<Origin> lines) {
    if (!table.equals("filter")) {
      rules.write("*" + table);
      lines.forEach(this::write);
      rules.write("COMMIT");
    }
  }

  private String chain(String station, String way) {
    return prefix + station + "-" + way;
  }

  private void declare(String chain) {
    rules.write(":" + chain + " - [0:0]");
  }

  private void write(Origin line) {
    String text = line.text();
    rules.write(text.startsWith("-") ? WrittenRule.saved(text) : text, line);
  }
}
