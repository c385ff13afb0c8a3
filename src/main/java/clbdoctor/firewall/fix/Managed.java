package clbdoctor.firewall.fix;

import clbdoctor.firewall.HostFirewall;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Decision;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes through the programs that write rulesets: ufw, firewalld, Docker. */
final class Managed {
  private static final String ZONES = "filter_INPUT_ZONES";
  private static final String ZONE = "filter_IN_";

  private Managed() {}

  /** ufw's own rules stand behind those of {@code before.rules}, which only iptables can pass. */
  static boolean byUfw(RuleReference rule, Opening opening) {
    boolean user = rule.chain().startsWith("ufw-user-") || rule.chain().startsWith("ufw6-user-");
    boolean fallback =
        rule.chain().startsWith("ufw-reject-") || rule.chain().startsWith("ufw-skip-");
    return (user || fallback) && !opening.ping() && !opening.reply();
  }

  static Change ufw(RuleReference rule, Opening opening) {
    String allow =
        "allow from "
            + opening.source()
            + " to any port "
            + opening.port()
            + " proto "
            + opening.protocol();
    Fix fix = new Fix(rule, List.of("ufw insert 1 " + allow), List.of("ufw delete " + allow), true);
    String chain = opening.ipv6() ? "ufw6-user-input" : "ufw-user-input";
    return new Change(fix, chain, opening, true);
  }

  static Change firewalld(HostFirewall firewall, RuleReference rule, Opening opening) {
    String what =
        opening.ping()
            ? "icmp-type name=\"echo-request\""
            : "port port=\"" + opening.port() + "\" protocol=\"" + opening.protocol() + "\"";
    String rich =
        "'rule family=\""
            + (opening.ipv6() ? "ipv6" : "ipv4")
            + "\" source address=\""
            + opening.source()
            + "\" "
            + what
            + " accept'";
    Optional<String> name = zone(firewall);
    String zone = name.map(n -> " --zone=" + n).orElse("");
    Fix fix =
        new Fix(
            rule,
            List.of("firewall-cmd" + zone + " --add-rich-rule=" + rich),
            List.of("firewall-cmd" + zone + " --remove-rich-rule=" + rich),
            false);
    return new Change(fix, ZONE + name.orElse("public") + "_allow", opening, true);
  }

  /** The zone of packets that no other zone takes: the last that the zones' chain goes to. */
  private static Optional<String> zone(HostFirewall firewall) {
    return chains(firewall)
        .filter(chain -> chain.name().equals(ZONES))
        .flatMap(chain -> chain.rules().stream())
        .flatMap(rule -> goesTo(rule).stream())
        .filter(name -> name.startsWith(ZONE))
        .reduce((one, two) -> two)
        .map(name -> name.substring(ZONE.length()));
  }

  private static Optional<String> goesTo(Rule rule) {
    return rule.statements().stream()
        .filter(Statement.Decide.class::isInstance)
        .map(statement -> ((Statement.Decide) statement).decision())
        .filter(Decision.Goto.class::isInstance)
        .map(decision -> ((Decision.Goto) decision).chain())
        .findFirst();
  }

  /** Docker puts its own rules before any in FORWARD, except those of DOCKER-USER. */
  static String chainFor(HostFirewall firewall, RuleReference rule) {
    boolean docker =
        rule.baseChain().equals("FORWARD")
            && rule.table().equals("filter")
            && chains(firewall).anyMatch(chain -> chain.name().equals("DOCKER-USER"));
    return docker ? "DOCKER-USER" : rule.baseChain();
  }

  private static Stream<Chain> chains(HostFirewall firewall) {
    return firewall.rulesets().stream()
        .flatMap(ruleset -> ruleset.tables().stream())
        .flatMap(table -> table.chains().values().stream());
  }
}
