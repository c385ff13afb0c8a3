package clbdoctor.firewall;

import clbdoctor.firewall.model.Ipset;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Table;
import clbdoctor.firewall.model.TableFamily;
import clbdoctor.firewall.model.Tool;
import java.util.List;

/**
 * All rulesets of one Linux host: every packet passes those of every tool. The order of the list
 * has no meaning.
 */
public record HostFirewall(List<Ruleset> rulesets, List<Ipset> ipsets, Host host) {

  public HostFirewall {
    rulesets = List.copyOf(rulesets);
    ipsets = List.copyOf(ipsets);
  }

  /**
   * The rulesets without nft's views of tables that iptables-save shows too: nft hides what it
   * can't express.
   */
  List<Ruleset> distinct() {
    boolean ipv4 = shows(Tool.IPTABLES);
    boolean ipv6 = shows(Tool.IP6TABLES);
    return rulesets.stream()
        .map(
            ruleset ->
                new Ruleset(
                    ruleset.tool(),
                    ruleset.tables().stream()
                        .filter(table -> !(table.translated() && shown(table, ipv4, ipv6)))
                        .toList(),
                    ruleset.unread()))
        .toList();
  }

  private boolean shows(Tool tool) {
    return rulesets.stream().anyMatch(ruleset -> ruleset.tool() == tool);
  }

  private static boolean shown(Table table, boolean ipv4, boolean ipv6) {
    return table.family() == TableFamily.IP ? ipv4 : ipv6;
  }
}
