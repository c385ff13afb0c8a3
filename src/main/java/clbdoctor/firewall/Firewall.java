package clbdoctor.firewall;

import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges the packets of a check by a Linux host's rulesets, as netfilter would: the hooks in the
 * kernel's order, each with the base chains of every tool by priority, where an accept ends but its
 * own base chain and a denial is final (nft(8), "Chains"; iptables(8)).
 *
 * <p>What a ruleset does not tell is never guessed: it leaves the verdict open only if it matters.
 */
public final class Firewall {
  private Firewall() {}

  /** What happens to the check's packets on this host. */
  public static FirewallVerdict judge(HostFirewall firewall, Check check) {
    FirewallVerdict verdict = withoutBlockers(firewall, check);
    boolean denials = verdict.parts().stream().anyMatch(part -> !part.denials().isEmpty());
    return denials
        ? new FirewallVerdict(
            verdict.kind(),
            verdict.parts(),
            new Judgement(firewall, check, LimitMode.UNKNOWN, true).blockers())
        : verdict;
  }

  static FirewallVerdict withoutBlockers(HostFirewall firewall, Check check) {
    List<Doubt> unread = unread(firewall);
    if (!unread.isEmpty()) {
      return VerdictBuilder.undecidable(check, unread);
    }
    Judgement usual = new Judgement(firewall, check, LimitMode.UNKNOWN, false);
    List<FirewallVerdict.Part> parts = new VerdictBuilder(firewall, check, usual).parts();
    return new FirewallVerdict(VerdictBuilder.kind(parts), parts, List.of());
  }

  private static List<Doubt> unread(HostFirewall firewall) {
    List<Doubt> doubts = new ArrayList<>();
    for (Ruleset ruleset : firewall.rulesets()) {
      for (Unread unread : ruleset.unread()) {
        String text =
            ruleset.tool().command() + " line " + unread.line() + ": " + unread.why() + ": ";
        doubts.add(new Doubt(text + unread.text(), Optional.empty()));
      }
    }
    return doubts;
  }
}
