package clbdoctor.firewall.fix;

import clbdoctor.firewall.Blocker;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.Denial;
import clbdoctor.firewall.Firewall;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.HostFirewall;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.model.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds for each base chain that denies a check the rule to put at its head. A chain that ufw or
 * firewalld owns is changed with that tool, a forward chain of Docker's in the chain that Docker
 * leaves to the user. A rule that is passed by no longer marks or translates packets, so the check
 * is judged again with each change made, until nothing denies it.
 *
 * <p>Sample: {@code iptables -t filter -I INPUT 1 -s 100.64.0.0/10 -p tcp -m tcp --dport 80 -j
 * ACCEPT}, taken back by the same words with {@code -D} (iptables(8)).
 */
public final class Fixes {
  /** More changes than any host has base chains on a packet's way. */
  private static final int ROUNDS = 8;

  private final Check check;
  private final Map<String, Change> changes = new LinkedHashMap<>();

  private Fixes(Check check) {
    this.check = check;
  }

  /**
   * The changes that together let the check through, in the packet's order; none where nothing
   * denies it, or no such change would let it through.
   */
  public static List<Fix> of(HostFirewall firewall, Check check, FirewallVerdict verdict) {
    Fixes fixes = new Fixes(check);
    FirewallVerdict now = verdict;
    for (int round = 0; round < ROUNDS && !now.blockers().isEmpty(); round++) {
      boolean more = fixes.add(firewall, now.blockers());
      now = Firewall.judge(fixes.changed(firewall), check);
      if (!more) {
        break;
      }
    }
    return now.blockers().isEmpty()
        ? fixes.changes.values().stream().map(Change::fix).toList()
        : List.of();
  }

  /** The changes for the verdict of Windows Defender Firewall. */
  public static List<Fix> ofWindows(Check check, FirewallVerdict verdict) {
    return verdict.blockers().stream()
        .map(Blocker::denial)
        .map(denial -> WindowsChange.of(denial, Opening.of(check, denial)))
        .toList();
  }

  private HostFirewall changed(HostFirewall firewall) {
    HostFirewall changed = firewall;
    for (Change change : changes.values()) {
      changed = change.on(changed);
    }
    return changed;
  }

  /** Whether there is a change that was not made before; one change may do for several blockers. */
  private boolean add(HostFirewall firewall, List<Blocker> blockers) {
    Map<String, Change> earlier = Map.copyOf(changes);
    boolean more = false;
    for (Blocker blocker : blockers) {
      String place = place(blocker.denial());
      if (!changes.containsKey(place)) {
        changes.put(place, of(firewall, blocker.denial()));
        more = true;
      } else if (earlier.containsKey(place) && changes.get(place).managed()) {
        Opening opening = earlier.get(place).opening();
        changes.put(place, direct(blocker.denial().rule(), opening, firewall));
        more = true;
      }
    }
    return more;
  }

  private static String place(Denial denial) {
    RuleReference rule = denial.rule();
    return String.join(
        " ",
        rule.tool().command(),
        rule.family().name(),
        rule.table(),
        rule.baseChain(),
        denial.leg().ofReply() ? "reply" : "request",
        String.valueOf(denial.port()));
  }

  private Change of(HostFirewall firewall, Denial denial) {
    Opening opening = Opening.of(check, denial);
    RuleReference rule = denial.rule();
    boolean firewalld =
        rule.tool() == Tool.FIREWALLD
            || rule.tool() == Tool.NFTABLES && rule.table().equals("firewalld");
    if (firewalld && !opening.reply()) {
      return Managed.firewalld(firewall, rule, opening);
    }
    return Managed.byUfw(rule, opening)
        ? Managed.ufw(rule, opening)
        : direct(rule, opening, firewall);
  }

  private static Change direct(RuleReference rule, Opening opening, HostFirewall firewall) {
    return rule.tool() == Tool.NFTABLES
        ? new Change(nft(rule, opening), rule.baseChain(), opening, false)
        : iptables(Managed.chainFor(firewall, rule), rule, opening);
  }

  private static Change iptables(String chain, RuleReference rule, Opening opening) {
    String command = rule.tool().command() + " -t " + rule.table();
    String words = " " + opening.iptables() + " -j ACCEPT";
    Fix fix =
        new Fix(
            rule,
            List.of(command + " -I " + chain + " 1" + words),
            List.of(command + " -D " + chain + words),
            false);
    return new Change(fix, chain, opening, false);
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
