package clbdoctor.firewall;

import clbdoctor.firewall.model.BaseHook;
import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Table;
import java.util.OptionalLong;

/** A base chain with the table it stands in. */
record BaseChain(IndexedTable in, Chain chain) {

  Ruleset ruleset() {
    return in.ruleset();
  }

  Table table() {
    return in.table();
  }

  /** The table's chain of this name, or null. */
  GuardedChain guarded(String name) {
    return in.chains().get(name);
  }

  BaseHook hook() {
    return chain.base().orElseThrow();
  }

  RuleReference reference(Chain inner, Rule rule) {
    return new RuleReference(
        ruleset().tool(),
        table().family(),
        table().name(),
        chain.name(),
        inner.name(),
        rule.position(),
        rule.text(),
        rule.line(),
        rule.handle());
  }

  RuleReference policy() {
    return new RuleReference(
        ruleset().tool(),
        table().family(),
        table().name(),
        chain.name(),
        chain.name(),
        0,
        hook().accepts() ? "policy accept" : "policy drop",
        hook().line(),
        OptionalLong.empty());
  }
}
