package clbdoctor.rulebook;

import clbdoctor.diagnosis.Rule;
import java.util.List;

/** A rule as a reader sees it, and its patterns as the engine gets them. */
record ReadRule(Rule rule, List<RulePattern> patterns) {

  ReadRule {
    patterns = List.copyOf(patterns);
  }
}
