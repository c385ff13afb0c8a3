package clbdoctor.derived;

import clbdoctor.fact.Fact;
import clbdoctor.fact.FilterHook;
import clbdoctor.fact.FirewallRuleset;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.iptables.IpsetSave;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.model.Hook;
import clbdoctor.firewall.model.Ipset;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Table;
import clbdoctor.firewall.model.TableFamily;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.nftables.NftListing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rulesets of a report that were listed whole, and could be read whole.
 *
 * @param premises the facts they were read from
 * @param commands what listed the rules, where the lines are those that it printed
 */
record ListedRulesets(
    List<Ruleset> rulesets, List<Ipset> ipsets, List<Fact> premises, Map<Tool, String> commands) {

  private static final Pattern IPTABLES_SAVE = Pattern.compile("\\bip6?tables(-\\w+)?-save\\b");

  /** A redirection in a table that is not shown may change what the shown one decides. */
  private static final Pattern ONE_TABLE = Pattern.compile("\\s(-t|--table)\\b");

  /** Of all families: a word behind {@code ruleset} would name one. */
  private static final Pattern NFT_RULESET =
      Pattern.compile("\\bnft(\\s+-\\w+)*\\s+list\\s+ruleset\\s*$");

  /** Kept as nft would have listed it without, so in other lines. */
  private static final Pattern JSON = Pattern.compile("\\s(-\\w*j\\w*|--json)\\b");

  /** What iptables-save writes when its rules stand in nftables. */
  private static final String KEPT_BY_NFT = "(nf_tables)";

  static ListedRulesets of(List<FirewallRuleset> listed) {
    ListedRulesets read =
        new ListedRulesets(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new EnumMap<>(Tool.class));
    TableListings tables = new TableListings();
    for (FirewallRuleset one : listed) {
      if (one.complete().orElse(true)) {
        read.add(one);
        tables.add(one);
      }
    }
    tables.complete(read::add);
    listed.stream()
        .filter(l -> l.complete().orElse(true) && l.text().contains(KEPT_BY_NFT))
        .forEach(read::markTranslated);
    return read;
  }

  /** nft shows the tables of iptables as its own, and not every version says so. */
  private void markTranslated(FirewallRuleset listed) {
    Ruleset shown = IptablesSave.parse(listed.text(), tool(listed.command()));
    TableFamily family = listed.command().contains("ip6tables") ? TableFamily.IP6 : TableFamily.IP;
    Set<String> names = shown.tables().stream().map(Table::name).collect(Collectors.toSet());
    rulesets.replaceAll(
        ruleset ->
            ruleset.tool() != Tool.NFTABLES
                ? ruleset
                : new Ruleset(
                    ruleset.tool(),
                    ruleset.tables().stream()
                        .map(t -> t.family() == family && names.contains(t.name()) ? marked(t) : t)
                        .toList(),
                    ruleset.unread()));
  }

  private static Table marked(Table table) {
    return new Table(table.family(), table.name(), table.chains(), true);
  }

  private void add(FirewallRuleset listed) {
    String command = listed.command();
    if (command.contains("ipset")) {
      IpsetSave.Result sets = IpsetSave.parse(listed.text());
      if (sets.unread().isEmpty()) {
        ipsets.addAll(sets.sets());
        premises.add(listed);
      }
    } else if (IPTABLES_SAVE.matcher(command).find() && !ONE_TABLE.matcher(command).find()) {
      add(IptablesSave.parse(listed.text(), tool(command)), listed);
    } else if (NFT_RULESET.matcher(command).find()) {
      add(NftListing.parse(listed.text()), listed);
    }
  }

  /** Tables that were listed one by one, unless the tool's whole ruleset is there too. */
  private void add(Ruleset ruleset, List<FirewallRuleset> parts) {
    if (rulesets.stream().noneMatch(other -> other.tool() == ruleset.tool())) {
      rulesets.add(ruleset);
      premises.addAll(parts);
    }
  }

  private void add(Ruleset ruleset, FirewallRuleset listed) {
    if (ruleset.unread().isEmpty()) {
      rulesets.add(ruleset);
      premises.add(listed);
      if (!JSON.matcher(listed.command()).find()) {
        commands.put(ruleset.tool(), listed.command());
      }
    }
  }

  /** {@code iptables ip filter INPUT rule 5, line 9 of iptables-save: -A INPUT -j REJECT}. */
  String described(RuleReference rule) {
    String command = commands.get(rule.tool());
    return command == null
        ? rule.toString()
        : rule.place() + ", line " + rule.line() + " of " + command + ": " + rule.text();
  }

  private static Tool tool(String command) {
    boolean legacy = command.contains("legacy");
    return command.contains("ip6tables")
        ? legacy ? Tool.IP6TABLES_LEGACY : Tool.IP6TABLES
        : legacy ? Tool.IPTABLES_LEGACY : Tool.IPTABLES;
  }

  /** The hook of the base chain through which a rule was reached. */
  static Optional<FilterHook> hook(List<Ruleset> rulesets, RuleReference rule) {
    return rulesets.stream()
        .filter(ruleset -> ruleset.tool() == rule.tool())
        .flatMap(ruleset -> ruleset.tables().stream())
        .filter(t -> t.family() == rule.family() && t.name().equals(rule.table()))
        .flatMap(table -> Optional.ofNullable(table.chains().get(rule.baseChain())).stream())
        .flatMap(chain -> chain.base().stream())
        .map(base -> base.hook())
        .filter(hook -> hook != Hook.EGRESS)
        .map(hook -> FilterHook.valueOf(hook.name()))
        .findFirst();
  }
}
