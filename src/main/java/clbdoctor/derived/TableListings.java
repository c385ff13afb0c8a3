package clbdoctor.derived;

import clbdoctor.fact.FirewallRuleset;
import clbdoctor.firewall.iptables.IptablesListing;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Table;
import clbdoctor.firewall.model.Tool;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code iptables -S} and {@code iptables -L} show: one table at a time. Only all five
 * together are a ruleset, since any of them can drop, mark or redirect what another one judges.
 */
final class TableListings {
  private static final Set<String> TABLES = Set.of("filter", "nat", "mangle", "raw", "security");

  /** A word behind the options names a chain, and then the others are hidden. */
  private static final Pattern WHOLE_TABLE =
      Pattern.compile(
          "(?:sudo )?(?:\\S*/)?(ip6?tables)(-legacy|-nft)?((?: (?:-t ?\\w+|--table[ =]\\w+|-{1,2}[a-z-]*|-[nvxw]*[LS][nvxw]*))+)");

  private static final Pattern TABLE = Pattern.compile("(?:-t ?|--table[ =])(\\w+)");

  private record Part(Ruleset ruleset, FirewallRuleset listed) {}

  private final Map<Tool, Map<String, Part>> parts = new EnumMap<>(Tool.class);

  /** Takes the listing if it is of a whole table. */
  void add(FirewallRuleset listed) {
    Matcher command = WHOLE_TABLE.matcher(listed.command().strip().replaceAll("\\s+", " "));
    if (!command.matches()) {
      return;
    }
    String options = command.group(3);
    boolean rules = options.matches(".* (-\\w*S\\w*|--list-rules).*");
    if (!rules && !options.matches(".* (-\\w*L\\w*|--list).*")) {
      return;
    }
    boolean legacy = "-legacy".equals(command.group(2));
    Tool tool =
        command.group(1).equals("iptables")
            ? legacy ? Tool.IPTABLES_LEGACY : Tool.IPTABLES
            : legacy ? Tool.IP6TABLES_LEGACY : Tool.IP6TABLES;
    String table =
        Optional.of(TABLE.matcher(options))
            .filter(Matcher::find)
            .map(m -> m.group(1))
            .orElse("filter");
    if (TABLES.contains(table)) {
      String text = rules ? listed.text() : IptablesListing.asRules(listed.text());
      Ruleset ruleset = IptablesSave.parseListing(text, tool, table, false);
      parts.computeIfAbsent(tool, any -> new TreeMap<>()).put(table, new Part(ruleset, listed));
    }
  }

  /** The rulesets of the tools of which every table is there and could be read. */
  void complete(BiConsumer<Ruleset, List<FirewallRuleset>> to) {
    parts.forEach(
        (tool, shown) -> {
          List<Table> tables = new ArrayList<>();
          shown.values().forEach(part -> tables.addAll(part.ruleset().tables()));
          boolean read = shown.values().stream().allMatch(p -> p.ruleset().unread().isEmpty());
          if (read && shown.keySet().containsAll(TABLES)) {
            to.accept(
                new Ruleset(tool, tables, List.of()),
                shown.values().stream().map(Part::listed).toList());
          }
        });
  }
}
