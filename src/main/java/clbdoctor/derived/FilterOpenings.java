package clbdoctor.derived;

import clbdoctor.fact.CheckPacket;
import clbdoctor.fact.FilterOpening;
import clbdoctor.fact.FirewallTool;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.fix.Fix;
import clbdoctor.firewall.model.Tool;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The changes that let a denied check through, as facts. */
final class FilterOpenings {
  /** What tables and chains are called; a listing that anybody wrote may hold other names. */
  private static final Pattern NAME = Pattern.compile("[\\w.+:@-]*");

  /** What ends the quotes around the name of a Windows rule, or is replaced between them. */
  private static final Pattern NOT_QUOTABLE = Pattern.compile("[\"$%`]");

  private FilterOpenings() {}

  /**
   * None where a name would mean more than itself in a command.
   *
   * @param named how a rule is told to a person
   */
  static List<FilterOpening> of(
      List<Fix> fixes, CheckPacket packet, Function<RuleReference, String> named) {
    return fixes.stream()
        .filter(fix -> plain(fix.lifts()))
        .map(
            fix ->
                new FilterOpening(
                    tool(fix.apply().get(0)),
                    packet,
                    named.apply(fix.lifts()),
                    String.join(" && ", fix.apply()),
                    String.join(" && ", fix.undo())))
        .toList();
  }

  private static boolean plain(RuleReference rule) {
    return NAME.matcher(rule.table()).matches()
        && NAME.matcher(rule.baseChain()).matches()
        && NAME.matcher(rule.chain()).matches()
        && !(rule.tool() == Tool.WINDOWS && NOT_QUOTABLE.matcher(rule.text()).find());
  }

  private static FirewallTool tool(String command) {
    return switch (command.substring(0, command.indexOf(' '))) {
      case "nft" -> FirewallTool.NFTABLES;
      case "ufw" -> FirewallTool.UFW;
      case "firewall-cmd" -> FirewallTool.FIREWALLD;
      case "netsh" -> FirewallTool.WINDOWS_FIREWALL;
      default -> FirewallTool.IPTABLES;
    };
  }
}
