package clbdoctor.firewall.windows;

import clbdoctor.fact.AddressFamily;
import clbdoctor.firewall.model.Unread;
import clbdoctor.firewall.windows.NetshProfiles.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what the cmdlets of Windows Firewall list (Microsoft, module NetSecurity). {@code
 * Get-NetFirewallRule} hides ports, addresses and programs, so that such a rule may concern any
 * packet; a listing that adds them as {@code Protocol}, {@code LocalPort} and {@code RemoteAddress}
 * tells more:
 *
 * <pre>
 * Name                  : IIS-WebServerRole-HTTP-In-TCP
 * DisplayName           : World Wide Web Services (HTTP Traffic-In)
 * Enabled               : True
 * Profile               : Any
 * Direction             : Inbound
 * Action                : Allow
 * </pre>
 */
public final class PowerShell {
  private static final Pattern PROPERTY = Pattern.compile("([A-Z]\\w*) +: ?(.*)");
  private static final Set<String> EVERY = Set.of("Domain", "Private", "Public");

  private PowerShell() {}

  /** The profiles of {@code Get-NetFirewallProfile}, as far as they are switched on or off. */
  public static Map<String, Settings> profiles(String text) {
    Map<String, Settings> profiles = new LinkedHashMap<>();
    for (Properties profile : blocks(text)) {
      if (profile.get("Enabled").matches("True|False")) {
        profiles.put(
            profile.get("Name"),
            new Settings(
                profile.get("Enabled").equals("True"),
                profile.get("DefaultInboundAction").equals("Allow"),
                profile.get("AllowInboundRules").equals("False")));
      }
    }
    return profiles;
  }

  /** The profiles in force by {@code Get-NetConnectionProfile}, as the firewall names them. */
  public static Set<String> inForce(String text) {
    return blocks(text).stream()
        .map(network -> network.get("NetworkCategory"))
        .filter(category -> !category.isEmpty())
        .map(category -> category.startsWith("Domain") ? "Domain" : category)
        .collect(Collectors.toSet());
  }

  static NetshRules rules(String text, AddressFamily family) {
    List<Unread> unread = new ArrayList<>();
    List<WindowsRule> rules = new ArrayList<>();
    List<Properties> blocks = blocks(text);
    if (blocks.isEmpty()) {
      unread.add(new Unread(1, "", "no rule is listed"));
    }
    for (Properties rule : blocks) {
      if (rule.get("Action").isEmpty() || rule.get("Profile").isEmpty()) {
        unread.add(new Unread(rule.line(), rule.get("Name"), "the rule has no action or profile"));
      } else if (rule.get("Enabled").equals("True") && rule.get("Direction").equals("Inbound")) {
        rules.add(rule(rule, family));
      }
    }
    return new NetshRules(rules, unread);
  }

  private static WindowsRule rule(Properties rule, AddressFamily family) {
    String profiles = rule.get("Profile");
    String name = rule.get("DisplayName");
    return new WindowsRule(
        name.isEmpty() ? rule.get("Name") : name,
        rule.line(),
        rule.get("Action").equals("Block"),
        profiles.equals("Any") ? EVERY : new TreeSet<>(Arrays.asList(profiles.split(", *"))),
        NetshValues.addresses(bare(rule.get("RemoteAddress")), family),
        NetshValues.addresses(bare(rule.get("LocalAddress")), family),
        NetshRules.protocol(rule.get("Protocol")),
        rule.get("Protocol").startsWith("ICMP")
            ? Optional.empty()
            : NetshValues.ports(bare(rule.get("LocalPort"))),
        open(rule));
  }

  /** Lists are written {@code {80, 443}}. */
  private static String bare(String list) {
    return list.replaceAll("[{} ]", "");
  }

  private static Optional<String> open(Properties rule) {
    boolean shown =
        Set.of("Protocol", "LocalPort", "RemoteAddress").stream()
            .allMatch(rule.values()::containsKey);
    if (!shown) {
      return Optional.of("ports and addresses, which Get-NetFirewallRule does not show");
    }
    return rule.any("Program") && rule.any("RemotePort")
        ? Optional.empty()
        : Optional.of("bound to a program or a remote port");
  }

  /** Each starts with its name; lines that go on with a value have no name. */
  private static List<Properties> blocks(String text) {
    List<Properties> blocks = new ArrayList<>();
    boolean open = false;
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      Matcher property = PROPERTY.matcher(line);
      if (line.isBlank()) {
        open = false;
      } else if (property.matches()) {
        if (!open) {
          blocks.add(Properties.at(number));
          open = true;
        }
        blocks.get(blocks.size() - 1).values().put(property.group(1), property.group(2).strip());
      }
    }
    return blocks;
  }
}
