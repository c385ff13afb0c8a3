package clbdoctor.firewall.fix;

import clbdoctor.firewall.RuleReference;
import java.util.List;

/**
 * A change that lets the check past one base chain and opens nothing else.
 *
 * @param lifts the rule or policy that is passed by
 * @param apply the shell commands, as root
 * @param undo the commands that restore the ruleset
 * @param persists whether the change outlives a restart
 */
public record Fix(RuleReference lifts, List<String> apply, List<String> undo, boolean persists) {

  public Fix {
    apply = List.copyOf(apply);
    undo = List.copyOf(undo);
  }
}
