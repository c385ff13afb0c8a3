package clbdoctor.firewall.iptables;

import clbdoctor.firewall.model.Origins.Origin;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.model.WrittenListing;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the output of {@code ufw status verbose} as the rules that ufw writes for it (ufw(8)):
 *
 * <pre>
 * Status: active
 * Logging: on (low)
 * Default: deny (incoming), allow (outgoing), disabled (routed)
 * New profiles: skip
 *
 * To                         Action      From
 * --                         ------      ----
 * 22/tcp                     ALLOW IN    Anywhere
 * 80/tcp on eth0             DENY IN     100.64.0.0/10
 * 22/tcp (v6)                LIMIT IN    Anywhere (v6)
 * </pre>
 *
 * It hides what stands in {@code /etc/ufw/before.rules}, {@code after.rules} and in other tables;
 * these are taken as ufw ships them.
 */
public final class UfwStatus {
  private static final Pattern DEFAULT =
      Pattern.compile("Default: (deny|reject|allow) \\(incoming\\).*");
  private static final Pattern ACTION =
      Pattern.compile(" {2}(ALLOW|DENY|REJECT|LIMIT)( IN| OUT| FWD)? {2}");

  /** {@code 10.0.0.10 80,443/tcp (Web) on eth0}, each part of it optional. */
  private static final Pattern TO =
      Pattern.compile(
          "(?:(Anywhere|(?=[0-9a-fA-F]*[.:])[0-9a-fA-F.:]+(?:/[0-9]+)?(?= |$))? ?)(?:([0-9][0-9,:]*)(?:/(tcp|udp))?)?(?: \\(.*?\\))?(?: on (\\S+))?");

  private static final Pattern FROM =
      Pattern.compile("(Anywhere|[0-9a-fA-F.:]+(?:/[0-9]+)?)(?: +\\((?:log|log-all)\\))?");

  private final boolean ipv6;
  private final WrittenListing rules = new WrittenListing();

  private UfwStatus(boolean ipv6) {
    this.ipv6 = ipv6;
  }

  /** The rules for one family; none when ufw is not active or its default is not shown. */
  public static Optional<Ruleset> parse(String text, boolean ipv6) {
    boolean active = text.lines().anyMatch("Status: active"::equals);
    return active && text.lines().anyMatch(line -> DEFAULT.matcher(line).matches())
        ? Optional.of(new UfwStatus(ipv6).ruleset(text))
        : Optional.empty();
  }

  private Ruleset ruleset(String text) {
    String echo = ipv6 ? "ipv6-icmp" : "icmp";
    for (String line :
        new String[] {
          "*filter",
          ":INPUT ACCEPT [0:0]",
          ":FORWARD ACCEPT [0:0]",
          ":OUTPUT ACCEPT [0:0]",
          ":ufw-user-input - [0:0]",
          ":ufw-skip-to-policy-input - [0:0]",
          "-A INPUT -i lo -j ACCEPT",
          "-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
          "-A INPUT -p " + echo + " -j ACCEPT",
          "-A INPUT -j ufw-user-input",
          "-A INPUT -j ufw-skip-to-policy-input"
        }) {
      rules.write(line);
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      read(line.strip(), new Origin(number, line.strip()));
    }
    rules.write("COMMIT");
    Tool tool = ipv6 ? Tool.IP6TABLES : Tool.IPTABLES;
    return rules.read(listing -> IptablesSave.parse(listing, tool));
  }

  private void read(String line, Origin origin) {
    Matcher policy = DEFAULT.matcher(line);
    int comment = line.indexOf(" #");
    String rule = comment < 0 ? line : line.substring(0, comment);
    Matcher action = ACTION.matcher(rule);
    if (policy.matches()) {
      rules.write(
          "-A ufw-skip-to-policy-input -j " + target(policy.group(1).toUpperCase()), origin);
    } else if (action.find() && line.contains("(v6)") == ipv6) {
      boolean incoming = action.group(2) == null || action.group(2).equals(" IN");
      if (incoming) {
        String to = plain(rule.substring(0, action.start()));
        rule(to, action.group(1), plain(rule.substring(action.end())), origin);
      }
    }
  }

  private static String plain(String text) {
    return text.replace(" (v6)", "").strip();
  }

  private void rule(String to, String action, String from, Origin origin) {
    Matcher target = TO.matcher(to);
    Matcher source = FROM.matcher(from);
    if (!target.matches() || !source.matches()) {
      rules.write("-A ufw-user-input -m comment -j UNREADABLE", origin);
      return;
    }
    String match = address("-s", source.group(1)) + address("-d", target.group(1));
    String in = target.group(4) == null ? "" : " -i " + target.group(4);
    String ports = target.group(2);
    for (String protocol :
        ports == null
            ? new String[] {""}
            : target.group(3) == null
                ? new String[] {"tcp", "udp"}
                : new String[] {target.group(3)}) {
      String port = ports == null ? "" : " -p " + protocol + " -m multiport --dports " + ports;
      act("-A ufw-user-input" + match + in + port, action, origin);
    }
  }

  private static String address(String option, String address) {
    return address == null || address.equals("Anywhere") ? "" : " " + option + " " + address;
  }

  /** More than five connections of one address in 30 seconds are rejected. */
  private void act(String match, String action, Origin origin) {
    if (action.equals("LIMIT")) {
      String recent = match + " -m conntrack --ctstate NEW -m recent ";
      rules.write(
          recent + "--update --seconds 30 --hitcount 6 --name d --rsource -j REJECT", origin);
      rules.write(match + " -j ACCEPT", origin);
    } else {
      rules.write(match + " -j " + target(action), origin);
    }
  }

  private static String target(String action) {
    return switch (action) {
      case "ALLOW" -> "ACCEPT";
      case "REJECT" -> "REJECT";
      default -> "DROP";
    };
  }
}
