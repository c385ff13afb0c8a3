package clbdoctor.firewall;

import clbdoctor.fact.AddressFamily;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Unread;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the packets of a check by a Linux host's rulesets, as netfilter would: the hooks in the
 * kernel's order, each with the base chains of every tool by priority, where an accept ends but its
 * own base chain and a denial is final (nft(8), "Chains"; iptables(8)).
 *
 * <p>What a ruleset does not tell is never guessed: it leaves the verdict open only if it matters.
 */
public final class Firewall {
  private final List<Ruleset> rulesets;
  private final Host host;
  private final Ipsets ipsets;
  private final InterfaceNames names;
  private final Map<AddressFamily, Hooks> hooks = new EnumMap<>(AddressFamily.class);
  private final List<Doubt> unread;
  private final Optional<String> bridge;

  private Firewall(HostFirewall firewall) {
    this.rulesets = firewall.rulesets();
    this.host = firewall.host();
    this.ipsets = new Ipsets(firewall.ipsets());
    this.names = new InterfaceNames(firewall);
    this.unread = unread(firewall);
    this.bridge = BridgeTables.denying(firewall.rulesets());
    List<IndexedTable> tables = new ArrayList<>();
    for (Ruleset ruleset : firewall.distinct()) {
      ruleset.tables().forEach(table -> tables.add(IndexedTable.of(ruleset, table)));
    }
    for (AddressFamily family : AddressFamily.values()) {
      hooks.put(family, new Hooks(tables, family));
    }
  }

  /** Prepares the rulesets; worth its time for more than one packet. */
  public static Firewall of(HostFirewall firewall) {
    return new Firewall(firewall);
  }

  /** What happens to the check's packets on this host. */
  public static FirewallVerdict judge(HostFirewall firewall, Check check) {
    return of(firewall).judge(check);
  }

  /** What happens to the check's packets on this host. */
  public FirewallVerdict judge(Check check) {
    FirewallVerdict verdict = withoutBlockers(check);
    boolean denials = verdict.parts().stream().anyMatch(part -> !part.denials().isEmpty());
    return denials
        ? new FirewallVerdict(
            verdict.kind(),
            verdict.parts(),
            new Judgement(this, check, LimitMode.UNKNOWN, true).blockers())
        : verdict;
  }

  FirewallVerdict withoutBlockers(Check check) {
    if (!unread.isEmpty()) {
      return VerdictBuilder.undecidable(check, unread);
    }
    Judgement usual = new Judgement(this, check, LimitMode.UNKNOWN, false);
    List<FirewallVerdict.Part> parts = new VerdictBuilder(this, check, usual).parts();
    return new FirewallVerdict(VerdictBuilder.kind(parts), parts, List.of());
  }

  /** The rulesets as they were given. */
  public List<Ruleset> rulesets() {
    return rulesets;
  }

  Host host() {
    return host;
  }

  Ipsets ipsets() {
    return ipsets;
  }

  InterfaceNames names() {
    return names;
  }

  /** What may deny packets that come over a bridge. */
  Optional<String> bridge() {
    return bridge;
  }

  Hooks hooks(AddressFamily family) {
    return hooks.get(family);
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
