package clbdoctor.rulebook;

import clbdoctor.diagnosis.Rule;
import java.util.Optional;

/**
 * A rule with one small change. When no case notices it, no case needs what was changed.
 *
 * @param rule the rule as it is
 * @param line the line of the change in the rule's file, from 1
 * @param change in words, with the text concerned: {@code without: not VpnFilter( )}
 * @param changed the rule to judge by in its place; empty when the rule is gone
 */
public record Mutant(Rule rule, int line, String change, Optional<Rule> changed) {

  /** What names it from one version of the file to the next, as lines move. */
  public String key() {
    return rule.file() + ": " + rule.name() + ": " + change;
  }

  public String place() {
    return rule.file() + ":" + line;
  }
}
