package clbdoctor.firewall;

import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Statement;
import clbdoctor.firewall.model.Table;
import clbdoctor.firewall.model.TableFamily;
import java.util.List;
import java.util.Optional;

/**
 * Tables of the family bridge, which see the packets of an interface only if it is a port of a
 * bridge (nft(8), "Address families"). One that merely accepts and counts changes nothing.
 */
final class BridgeTables {
  private BridgeTables() {}

  /** The first that may deny a packet, in words. */
  static Optional<String> denying(List<Ruleset> rulesets) {
    return rulesets.stream()
        .flatMap(ruleset -> ruleset.tables().stream())
        .filter(table -> table.family() == TableFamily.BRIDGE && denies(table))
        .findFirst()
        .map(table -> "table bridge " + table.name() + ", if the packets come over a bridge");
  }

  private static boolean denies(Table table) {
    return table.chains().values().stream()
        .anyMatch(
            chain -> dropsByPolicy(chain) || chain.rules().stream().anyMatch(BridgeTables::denies));
  }

  private static boolean denies(Rule rule) {
    return rule.statements().stream()
        .anyMatch(
            statement ->
                statement instanceof Statement.Decide decide && denies(decide.decision())
                    || statement instanceof Statement.DecideByMap
                    || statement instanceof Statement.Obscure);
  }

  private static boolean denies(Decision decision) {
    return decision instanceof Decision.Drop
        || decision instanceof Decision.Reject
        || decision instanceof Decision.HandOver;
  }

  private static boolean dropsByPolicy(Chain chain) {
    return chain.base().isPresent() && !chain.base().get().accepts();
  }
}
