package clbdoctor.firewall;

import clbdoctor.firewall.model.BaseHook;
import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Table;
import java.util.OptionalLong;

/** A base chain with the table and ruleset it stands in. */
record BaseChain(Ruleset ruleset, Table table, Chain chain) {

  BaseHook hook() {
    return chain.base().orElseThrow();
  }

  RuleReference reference(Chain in, Rule rule) {
    return new RuleReference(
        ruleset.tool(),
        table.family(),
        table.name(),
        chain.name(),
        in.name(),
        rule.position(),
        rule.text(),
        rule.line(),
        rule.handle());
  }

  RuleReference policy() {
    return new RuleReference(
        ruleset.tool(),
        table.family(),
        table.name(),
        chain.name(),
        chain.name(),
        0,
        hook().accepts() ? "policy accept" : "policy drop",
        hook().line(),
        OptionalLong.empty());
  }
}
