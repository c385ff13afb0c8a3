package clbdoctor.derived;

import clbdoctor.fact.FilterHook;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.IpNetwork;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of a packet filter's rule tells, where the reading leaves it open. */
final class RuleText {
  private static final Pattern CHAIN = Pattern.compile("(?:-[AIP]|\\bchain|\\bhook)\\s+(\\S+)");

  /** Chains and sets of fail2ban, CrowdSec, sshguard and host security agents. */
  private static final Pattern BAN = Pattern.compile("(?i)f2b|fail2ban|crowdsec|sshguard|yunsuo");

  private static final Pattern SOURCE =
      Pattern.compile("(?:-s|--source|ip6? saddr)\\s+([0-9a-fA-F.:]+(?:/[0-9]{1,3})?)");

  private static final Pattern LIMIT =
      Pattern.compile("-m (?:limit|hashlimit|connlimit|recent)\\b|\\blimit rate\\b|\\bct count\\b");

  private static final Pattern HIDDEN_TABLE =
      Pattern.compile("(?i)raw|mangle|security|netdev|bridge|xdp|tc");

  private static final Pattern TABLE_OPTION = Pattern.compile("-t (\\S+)");

  private RuleText() {}

  static boolean ofBan(String rule) {
    return BAN.matcher(rule).find();
  }

  /** The product that made the rule. */
  static String product(String rule) {
    Matcher matcher = BAN.matcher(rule);
    String name = matcher.find() ? matcher.group().toLowerCase(Locale.ROOT) : "security software";
    return name.equals("f2b") ? "fail2ban" : name;
  }

  /** The source that the rule matches. */
  static Optional<IpNetwork> source(String rule) {
    Matcher matcher = SOURCE.matcher(rule);
    try {
      return matcher.find() ? Optional.of(IpNetwork.parse(matcher.group(1))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static boolean limited(FirewallReading reading) {
    return reading
        .limited()
        .orElse(reading.rule().map(rule -> LIMIT.matcher(rule).find()).orElse(false));
  }

  /** Whether it stands where {@code iptables -L} and {@code ufw status} do not show it. */
  static boolean hidden(FirewallReading reading) {
    Optional<FilterHook> hook = reading.hook().or(() -> reading.rule().flatMap(RuleText::hook));
    boolean early =
        hook.map(h -> h == FilterHook.INGRESS || h == FilterHook.PREROUTING).orElse(false);
    return early
        || reading
            .table()
            .or(() -> reading.rule().flatMap(RuleText::table))
            .map(table -> HIDDEN_TABLE.matcher(table).matches())
            .orElse(false);
  }

  /** The hook by the name of the chain: {@code -A INPUT}, {@code -A ufw-user-input}. */
  static Optional<FilterHook> hook(String rule) {
    Matcher matcher = CHAIN.matcher(rule);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String chain = matcher.group(1).toUpperCase(Locale.ROOT);
    if (chain.contains("DOCKER")) {
      return Optional.of(FilterHook.FORWARD);
    }
    for (FilterHook hook : FilterHook.values()) {
      if (chain.contains(hook.name())) {
        return Optional.of(hook);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> table(String rule) {
    Matcher matcher = TABLE_OPTION.matcher(rule);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
