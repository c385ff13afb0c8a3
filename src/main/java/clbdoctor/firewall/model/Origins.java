package clbdoctor.firewall.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives rules that were written from another listing the lines and texts of that listing. */
public final class Origins {
  private Origins() {}

  /** A line of the listing that a rule was written from, from 1. */
  public record Origin(int line, String text) {}

  /**
   * @param origins by the line of the rule as it was written
   */
  static Ruleset give(Ruleset ruleset, Map<Integer, Origin> origins) {
    List<Table> tables = new ArrayList<>();
    for (Table table : ruleset.tables()) {
      Map<String, Chain> chains = new TreeMap<>();
      table.chains().forEach((name, chain) -> chains.put(name, give(chain, origins)));
      tables.add(new Table(table.family(), table.name(), chains, table.translated()));
    }
    return new Ruleset(ruleset.tool(), tables, ruleset.unread());
  }

  private static Chain give(Chain chain, Map<Integer, Origin> origins) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : chain.rules()) {
      Origin origin = origins.getOrDefault(rule.line(), new Origin(1, rule.text()));
      rules.add(
          new Rule(
              rule.position(), origin.line(), origin.text(), rule.handle(), rule.statements()));
    }
    return new Chain(chain.name(), chain.base(), rules);
  }
}
