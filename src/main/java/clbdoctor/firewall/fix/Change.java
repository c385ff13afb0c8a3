package clbdoctor.firewall.fix;

import clbdoctor.firewall.HostFirewall;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A fix, and what it does to the rulesets: a rule at the head of a chain.
 *
 * @param chain where the rule comes to stand, in the table of the rule that is lifted
 * @param managed whether another program than the one that lists the chain puts it there
 */
record Change(Fix fix, String chain, Opening opening, boolean managed) {

  HostFirewall on(HostFirewall firewall) {
    List<Ruleset> rulesets = new ArrayList<>();
    for (Ruleset ruleset : firewall.rulesets()) {
      rulesets.add(
          ruleset.tool() == fix.lifts().tool()
              ? new Ruleset(ruleset.tool(), tables(ruleset.tables()), ruleset.unread())
              : ruleset);
    }
    return new HostFirewall(rulesets, firewall.ipsets(), firewall.host());
  }

  private List<Table> tables(List<Table> tables) {
    RuleReference lifted = fix.lifts();
    return tables.stream()
        .map(
            table ->
                table.family() == lifted.family() && table.name().equals(lifted.table())
                    ? opened(table)
                    : table)
        .toList();
  }

  private Table opened(Table table) {
    Chain before = table.chains().get(chain);
    if (before == null) {
      return table;
    }
    List<Statement> statements = new ArrayList<>();
    opening.conditions().forEach(condition -> statements.add(new Statement.Match(condition)));
    statements.add(new Statement.Decide(new Decision.Accept()));
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule(1, 0, "the proposed rule", OptionalLong.empty(), statements));
    rules.addAll(before.rules());
    Map<String, Chain> chains = new TreeMap<>(table.chains());
    chains.put(chain, new Chain(chain, before.base(), rules));
    return new Table(table.family(), table.name(), chains, table.translated());
  }
}
