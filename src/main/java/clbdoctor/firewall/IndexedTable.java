package clbdoctor.firewall;

import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table prepared for judging many packets.
 *
 * @param chains by name
 * @param tracks whether some rule of it makes the kernel track connections
 */
record IndexedTable(
    Ruleset ruleset, Table table, Map<String, GuardedChain> chains, boolean tracks) {

  static IndexedTable of(Ruleset ruleset, Table table) {
    Map<String, GuardedChain> chains = new HashMap<>();
    table.chains().forEach((name, chain) -> chains.put(name, new GuardedChain(chain)));
    return new IndexedTable(ruleset, table, chains, TrackingNeed.of(table));
  }

  List<BaseChain> bases() {
    return table.chains().values().stream()
        .filter(chain -> chain.base().isPresent())
        .map(chain -> new BaseChain(this, chain))
        .toList();
  }
}
