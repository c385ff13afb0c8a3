package clbdoctor.cli;

import clbdoctor.diagnosis.Rule;
import clbdoctor.rulebook.RuleTrials.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rules hold in some case, and which conditions are both true and false in some case: true
 * when they hold together with all conditions above them, false when only those above them hold.
 */
final class RuleCoverage {
  private final List<Rule> rules;
  private final Map<Rule, Set<Integer>> reached = new HashMap<>();

  RuleCoverage(List<Rule> rules) {
    this.rules = rules;
    rules.forEach(rule -> reached.put(rule, new TreeSet<>()));
  }

  void add(Trial trial) {
    rules.forEach(rule -> reached.get(rule).add(trial.reached().getOrDefault(rule, 0)));
  }

  int coveredRules() {
    return (int)
        rules.stream().filter(rule -> reached.get(rule).contains(rule.conditions().size())).count();
  }

  int rules() {
    return rules.size();
  }

  /** Twice the number of conditions: each is to be true and to be false. */
  int outcomes() {
    return 2 * rules.stream().mapToInt(rule -> rule.conditions().size()).sum();
  }

  int coveredOutcomes() {
    return outcomes() - gaps().size();
  }

  /** A line for each condition that is never true or never false. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    for (Rule rule : rules) {
      int furthest = reached.get(rule).stream().mapToInt(Integer::intValue).max().orElse(0);
      for (int i = 0; i < rule.conditions().size(); i++) {
        if (furthest <= i) {
          gaps.add(gap(rule, i, "true"));
        }
        if (!reached.get(rule).contains(i)) {
          gaps.add(gap(rule, i, "false"));
        }
      }
    }
    return gaps;
  }

  private static String gap(Rule rule, int index, String never) {
    Rule.Condition condition = rule.conditions().get(index);
    return rule.file()
        + ":"
        + condition.line()
        + ": in no case "
        + never
        + ": "
        + condition.text()
        + " (rule \""
        + rule.name()
        + "\")";
  }
}
