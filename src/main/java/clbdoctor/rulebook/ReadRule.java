package clbdoctor.rulebook;

import clbdoctor.diagnosis.Rule;
import java.util.List;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** A rule as a reader sees it, and its patterns as the engine compiles them. */
record ReadRule(Rule rule, List<RulePattern> patterns) {

  ReadRule {
    patterns = List.copyOf(patterns);
  }

  /**
   * The rule for the engine. What it concludes is read from its text, not run, so there is nothing
   * behind {@code then}.
   */
  RuleDescr description() {
    RuleDescr description = new RuleDescr(rule.name());
    AndDescr conditions = new AndDescr();
    patterns.forEach(pattern -> conditions.addDescr(pattern.description()));
    description.setLhs(conditions);
    description.setConsequence("");
    return description;
  }
}
