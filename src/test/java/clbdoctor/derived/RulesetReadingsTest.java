package clbdoctor.derived;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.GivenFacts;
import clbdoctor.fact.Facts;
import clbdoctor.fact.FirewallEffect;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.OpenVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pasted rulesets, judged for the packets of the check from 100.64.0.0/10 to port 80. */
class RulesetReadingsTest {
  private static final String SETTINGS =
      """
      backEnd: { privateAddress: 10.0.0.10, port: 80 }
      healthCheck: { method: TCP, sources: [100.64.0.0/10] }
      outputs:
        - command: %s
          text: |
      """;

  private static final String IPTABLES =
      """
            *filter
            :INPUT ACCEPT [0:0]
            :FORWARD ACCEPT [0:0]
            :OUTPUT ACCEPT [0:0]
            -A INPUT %s
            COMMIT
      """;

  private static final String NFTABLES =
      """
            table inet filter {
            \tchain input {
            \t\ttype filter hook input priority filter; policy accept;
            \t\ttcp dport 80 drop
            \t}
            }
      """;

  @ParameterizedTest
  @CsvSource({
    "-p tcp -m tcp --dport 80 -j DROP,   DROPS",
    "-p tcp -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable, REJECTS",
    "-p tcp -m tcp --dport 80 -j ACCEPT, ALLOWS",
    "-p tcp -m tcp --dport 81 -j DROP,   ALLOWS"
  })
  void aRulesetIsReadForTheCheck(String rule, FirewallEffect effect) {
    assertEquals(List.of(effect), effects("iptables-save", IPTABLES.formatted(rule)));
  }

  @Test
  void anNftRulesetIsReadForTheCheck() {
    assertEquals(List.of(FirewallEffect.DROPS), effects("nft list ruleset", NFTABLES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"iptables-save -t filter", "iptables-save --table filter", "iptables-save | head"})
  void aPartOfTheTablesDecidesNothing(String command) {
    assertEquals(List.of(), effects(command, IPTABLES.formatted("-p tcp --dport 80 -j DROP")));
  }

  @ParameterizedTest
  @CsvSource({
    "iptables -t %s -S, -P INPUT ACCEPT; -A INPUT -p tcp -m tcp --dport 80 -j DROP",
    "iptables -t %s -nvL, Chain INPUT (policy ACCEPT); pkts bytes target prot opt in out source destination; 0 0 DROP 6 -- * * 0.0.0.0/0 0.0.0.0/0 tcp dpt:80"
  })
  void tablesOneByOneDecideOnlyTogether(String command, String filter) {
    String item = "        - { command: '%s', text: \"%s\\n\" }\n";
    StringBuilder outputs = new StringBuilder();
    String text = filter.replace("\\,", ",").replace("; ", "\\n");
    for (String table : List.of("filter", "nat", "mangle", "raw", "security")) {
      assertEquals(List.of(), ofOutputs(outputs.toString()));
      boolean judging = table.equals("filter");
      String other = command.contains("-S") ? "-P OUTPUT ACCEPT" : "Chain OUTPUT (policy ACCEPT)";
      outputs.append(item.formatted(command.formatted(table), judging ? text : other));
    }
    assertEquals(List.of(FirewallEffect.DROPS), ofOutputs(outputs.toString()));
  }

  /** Without -v a rule for lo looks like one for every interface. */
  @Test
  void hiddenInterfacesDecideNothing() {
    StringBuilder outputs = new StringBuilder();
    for (String table : List.of("filter", "nat", "mangle", "raw", "security")) {
      outputs.append("        - command: iptables -L -n -t " + table + "\n          text: |\n");
      boolean judging = table.equals("filter");
      outputs.append("            Chain INPUT (policy " + (judging ? "DROP" : "ACCEPT") + ")\n");
      outputs.append("            target     prot opt source               destination\n");
      if (judging) {
        outputs.append("            ACCEPT     all  --  0.0.0.0/0            0.0.0.0/0\n");
      }
    }
    assertEquals(List.of(), ofOutputs(outputs.toString()));
  }

  private static final String WINDOWS =
      """
      outputs:
        - command: netsh advfirewall show currentprofile
          text: |
            Public Profile Settings:
            ----------------------------------------------------------------------
            State                                 %s
            Firewall Policy                       BlockInbound,AllowOutbound
            Ok.
        - command: netsh advfirewall firewall show rule name=all verbose
          text: |
            Rule Name:                            Web
            ----------------------------------------------------------------------
            Enabled:                              Yes
            Direction:                            In
            Profiles:                             Domain,Private,Public
            LocalIP:                              Any
            RemoteIP:                             %s
            Protocol:                             TCP
            LocalPort:                            80
            RemotePort:                           Any
            Program:                              Any
            Action:                               Allow
            %s
      """;

  @ParameterizedTest
  @CsvSource({
    "ON,  100.64.0.0/10, Ok., ALLOWS",
    "ON,  100.64.0.0/16, Ok., DROPS",
    "ON,  LocalSubnet,   Ok.,",
    "ON,  100.64.0.0/10, ...,",
    "OFF, 10.0.0.0/8,    Ok., ALLOWS"
  })
  void rulesOfWindowsAreReadForTheCheck(
      String state, String remote, String end, FirewallEffect effect) {
    String settings = SETTINGS.substring(0, SETTINGS.indexOf("outputs:"));
    assertEquals(
        java.util.stream.Stream.ofNullable(effect).toList(),
        effects(settings + WINDOWS.formatted(state, remote, end)));
  }

  @Test
  void oneFamilyDecidesNothing() {
    assertEquals(List.of(), effects("nft list ruleset inet", NFTABLES));
  }

  @Test
  void anUnknownConstructDecidesNothing() {
    assertEquals(
        List.of(),
        effects("iptables-save", IPTABLES.formatted("-p tcp -m no-such-match --dport 80 -j DROP")));
  }

  private static List<FirewallEffect> ofOutputs(String outputs) {
    String settings = SETTINGS.substring(0, SETTINGS.indexOf("outputs:"));
    return effects(settings + (outputs.isEmpty() ? "" : "outputs:\n" + outputs.indent(-6)));
  }

  private static List<FirewallEffect> effects(String command, String text) {
    return effects(SETTINGS.formatted(command) + text);
  }

  private static List<FirewallEffect> effects(String sections) {
    return Derivation.complete(GivenFacts.of(sections))
        .of(FirewallReading.class)
        .map(FirewallReading::effect)
        .toList();
  }

  @Test
  void whatStaysOpenIsSaid() {
    String rule = "-p tcp -m statistic --mode random --probability 0.5 -j DROP";
    OpenVerdict open =
        facts("iptables-save", IPTABLES.formatted(rule))
            .of(OpenVerdict.class)
            .findFirst()
            .orElseThrow();
    assertEquals(
        "the listed rules leave open what becomes of the check's SYN: match statistic,"
            + " in iptables ip filter INPUT rule 1: -A INPUT "
            + rule,
        open.sentence());
  }

  @Test
  void aPartOfTheSourceIsNamed() {
    String rule = "-s 100.64.0.0/12 -p tcp -j DROP";
    FirewallReading reading =
        facts("iptables-save", IPTABLES.formatted(rule))
            .of(FirewallReading.class)
            .findFirst()
            .orElseThrow();
    assertEquals(
        "IPTABLES drops the check's SYN from 100.64.0.0-100.79.255.255: iptables ip filter INPUT"
            + " rule 1: -A INPUT -s 100.64.0.0/12 -p tcp -j DROP"
            + " (tables of nft alone were not listed)",
        reading.sentence());
  }

  private static Facts facts(String command, String text) {
    return Derivation.complete(GivenFacts.of(SETTINGS.formatted(command) + text));
  }
}
