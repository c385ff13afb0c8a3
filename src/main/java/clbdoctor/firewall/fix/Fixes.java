package clbdoctor.firewall.fix;

import clbdoctor.firewall.Blocker;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.Denial;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.HostFirewall;
import clbdoctor.firewall.Leg;
import clbdoctor.firewall.RuleReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds for each base chain that denies a check the rule to put at its head. A chain that ufw or
 * firewalld owns is changed with that tool, a forward chain of Docker's in the chain that Docker
 * leaves to the user.
 *
 * <p>Sample: {@code iptables -t filter -I INPUT 1 -s 100.64.0.0/10 -p tcp -m tcp --dport 80 -j
 * ACCEPT}, taken back by the same words with {@code -D} (iptables(8)).
 */
public final class Fixes {
  private Fixes() {}

  /** The changes that together let the check through, in the packet's order. */
  public static List<Fix> of(HostFirewall firewall, Check check, FirewallVerdict verdict) {
    Map<String, Fix> fixes = new LinkedHashMap<>();
    for (Blocker blocker : verdict.blockers()) {
      Denial denial = blocker.denial();
      RuleReference rule = denial.rule();
      String place =
          String.join(
              " ",
              rule.tool().command(),
              rule.family().name(),
              rule.table(),
              rule.baseChain(),
              denial.leg() == Leg.REPLY ? "reply" : "request",
              String.valueOf(denial.port()));
      fixes.computeIfAbsent(place, any -> of(firewall, check, denial));
    }
    return new ArrayList<>(fixes.values());
  }

  private static Fix of(HostFirewall firewall, Check check, Denial denial) {
    Opening opening = Opening.of(check, denial);
    RuleReference rule = denial.rule();
    return switch (rule.tool()) {
      case NFTABLES ->
          rule.table().equals("firewalld") && !opening.reply()
              ? Managed.firewalld(firewall, rule, opening)
              : nft(rule, opening);
      case UFW -> Managed.ufw(rule, opening);
      case FIREWALLD -> Managed.firewalld(firewall, rule, opening);
      default ->
          Managed.byUfw(rule, opening)
              ? Managed.ufw(rule, opening)
              : iptables(Managed.chainFor(firewall, rule), rule, opening);
    };
  }

  private static Fix iptables(String chain, RuleReference rule, Opening opening) {
    String command = rule.tool().command() + " -t " + rule.table();
    String words = " " + opening.iptables() + " -j ACCEPT";
    return new Fix(
        rule,
        List.of(command + " -I " + chain + " 1" + words),
        List.of(command + " -D " + chain + words),
        false);
  }

  /** nft takes a rule out by its handle alone, which a comment finds again. */
  private static Fix nft(RuleReference rule, Opening opening) {
    String chain =
        String.join(
            " ", rule.family().name().toLowerCase(Locale.ROOT), rule.table(), rule.baseChain());
    String name = "clb-doctor " + opening.nft();
    String insert =
        "nft 'insert rule " + chain + " " + opening.nft() + " accept comment \"" + name + "\"'";
    String handle =
        "$(nft -a list chain " + chain + " | sed -n 's|.*\"" + name + "\" # handle ||p')";
    return new Fix(
        rule, List.of(insert), List.of("nft delete rule " + chain + " handle " + handle), false);
  }
}
