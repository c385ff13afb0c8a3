package clbdoctor.derived;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.GivenFacts;
import clbdoctor.fact.Clock;
import clbdoctor.fact.Facts;
import clbdoctor.fact.FilterOpening;
import clbdoctor.fact.FilterVerdict;
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

  /** The check comes in by the network card of its address, when its answer leaves by it too. */
  @ParameterizedTest
  @CsvSource({"eth0, eth0, DROPS", "eth0, eth1, ", "br0, br0, "})
  void aRuleForTheCardOfThePrivateAddressIsForTheCheck(
      String device, String answersBy, FirewallEffect effect) {
    String rule = "-i %s -p tcp -m tcp --dport 80 -j DROP".formatted(device);
    String facts =
        """
        interfaces: [ { name: %s, addresses: [ 10.0.0.10 ] } ]
        replyRoutes: [ { destination: 100.64.0.1, kind: UNICAST, device: %s } ]
        """
            .formatted(device, answersBy);
    assertEquals(
        effect == null ? List.of() : List.of(effect),
        effects(facts + SETTINGS.formatted("iptables-save") + IPTABLES.formatted(rule)));
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

  @ParameterizedTest
  @CsvSource({
    "-p tcp -m tcp --dport 80 -j DROP, DROPS",
    "-p tcp -m tcp --dport 81 -j DROP, ALLOWS",
    "! -i lo -s 127.0.0.0/8 -j DROP,   ALLOWS",
    "-s 100.64.0.0/10 -j DROP,"
  })
  void withoutASourceCountsOnlyWhatEverySourceMeets(String rule, FirewallEffect effect) {
    String sections = SETTINGS.replace(", sources: [100.64.0.0/10]", "").formatted("iptables-save");
    Facts facts = Derivation.complete(GivenFacts.of(sections + IPTABLES.formatted(rule)));
    assertEquals(
        java.util.stream.Stream.ofNullable(effect).toList(),
        facts.of(FirewallReading.class).map(FirewallReading::effect).toList());
    assertEquals(effect == null, facts.has(OpenVerdict.class));
    assertFalse(facts.has(FilterOpening.class));
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
  void aRuleForSomeHoursIsShownWithTheClock() {
    String rule = "-p tcp -m time --timestart 08:00 --timestop 20:00 -j DROP";
    String clock = "clock: { time: 2026-12-01T12:05:00Z }\n";
    Facts facts =
        Derivation.complete(
            GivenFacts.of(clock + SETTINGS.formatted("iptables-save") + IPTABLES.formatted(rule)));
    OpenVerdict open = facts.of(OpenVerdict.class).findFirst().orElseThrow();
    assertEquals("match time (the server's clock shows 2026-12-01T12:05:00Z)", open.construct());
    assertTrue(facts.observedBehind(open).stream().anyMatch(Clock.class::isInstance));
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
            + " rule 1, line 5 of iptables-save: -A INPUT -s 100.64.0.0/12 -p tcp -j DROP"
            + " (tables of nft alone were not listed)",
        reading.sentence());
  }

  private static Facts facts(String command, String text) {
    return Derivation.complete(GivenFacts.of(SETTINGS.formatted(command) + text));
  }

  @Test
  void theChangeForADeniedCheckIsComputed() {
    String text = IPTABLES.formatted("-p tcp -m tcp --dport 80 -j DROP");
    Facts facts = Derivation.complete(GivenFacts.of(SETTINGS.formatted("iptables-save") + text));
    FilterOpening opening = facts.of(FilterOpening.class).findFirst().orElseThrow();
    assertEquals(
        "iptables ip filter INPUT rule 1, line 5 of iptables-save:"
            + " -A INPUT -p tcp -m tcp --dport 80 -j DROP",
        opening.passes());
    assertEquals(
        "iptables -t filter -I INPUT 1 -s 100.64.0.0/10 -p tcp -m tcp --dport 80 -j ACCEPT",
        opening.apply());
    assertEquals(
        "iptables -t filter -D INPUT -s 100.64.0.0/10 -p tcp -m tcp --dport 80 -j ACCEPT",
        opening.undo());
  }

  @Test
  void theListedRulesCountForMoreThanHowSomebodyReadThem() {
    String text = IPTABLES.formatted("-p tcp -m tcp --dport 80 -j DROP");
    String read = "firewall: [{ tool: IPTABLES, packet: SYN, effect: ALLOWS, hook: INPUT }]\n";
    Facts facts =
        Derivation.complete(GivenFacts.of(read + SETTINGS.formatted("iptables-save") + text));
    FilterVerdict denial =
        facts
            .of(FilterVerdict.class)
            .filter(verdict -> !verdict.allows())
            .findFirst()
            .orElseThrow();
    assertTrue(denial.computed());
    assertFalse(denial.uncertain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80/tcp                     ALLOW IN    Anywhere        |",
        "22/tcp                     ALLOW IN    Anywhere        | DROPS",
        "80/tcp                     REJECT IN   100.64.0.0/10   | REJECTS",
        "Anywhere                   DENY IN     100.64.0.0/10   | DROPS",
        "80,443/tcp (Web Full)      ALLOW IN    100.64.0.0/10   |",
        "80                         LIMIT IN    Anywhere        | REJECTS",
        "80/tcp                     ALLOW IN    10.0.0.0/8      | DROPS",
        "Web                        ALLOW IN    Anywhere        |"
      })
  void whatUfwShowsMakesADenialLikely(String rule, FirewallEffect effect) {
    String text =
        """
            Status: active
            Logging: on (low)
            Default: deny (incoming), allow (outgoing), disabled (routed)
            New profiles: skip

            To                         Action      From
            --                         ------      ----
            %s
        """
            .formatted(rule);
    likely("ufw status verbose", text, effect);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssh      |            | | REJECTS",
        "ssh http |            | |",
        "ssh      | 8000/tcp   | | REJECTS",
        "ssh      | 80/tcp     | |",
        "ssh odd  |            | |",
        "http     |            | rule family=\"ipv4\" source address=\"100.64.0.0/10\" drop | DROPS",
        "ssh      |            | rule family=\"ipv4\" source address=\"100.64.0.0/10\" port port=\"80\" protocol=\"tcp\" accept |"
      })
  void whatFirewalldShowsMakesADenialLikely(
      String services, String ports, String rule, FirewallEffect effect) {
    String text =
        """
            public (active)
              target: default
              icmp-block-inversion: no
              interfaces: eth0
              sources:
              services: %s
              ports: %s
              rich rules:
            \t%s
        """
            .formatted(services, ports == null ? "" : ports, rule == null ? "" : rule);
    likely("firewall-cmd --list-all", text, effect);
  }

  @ParameterizedTest
  @CsvSource({
    "http, -100, DROP,     ANY, HOST,   DROPS",
    "http, -100, CONTINUE, ANY, HOST,",
    "http,    0, DROP,     ANY, HOST,",
    "ssh,  -100, ACCEPT,   ANY, HOST,",
    "ssh,     0, ACCEPT,   ANY, HOST,",
    "ssh,     0, CONTINUE, ANY, HOST,   REJECTS",
    "http, -100, DROP,     ANY, public,",
    "http, -100, DROP,     dmz, HOST,"
  })
  void policiesOfFirewalldComeBeforeOrBehindTheZone(
      String service,
      int priority,
      String target,
      String ingress,
      String egress,
      FirewallEffect effect) {
    String text =
        """
                public (active)
                  target: default
                  interfaces: eth0
                  services: %s
          - command: firewall-cmd --list-all-policies
            text: |
                shield (active)
                  priority: %d
                  target: %s
                  ingress-zones: %s
                  egress-zones: %s
                  services:
        """;
    likely(
        facts(
            "firewall-cmd --list-all", text.formatted(service, priority, target, ingress, egress)),
        effect);
  }

  private static void likely(String command, String text, FirewallEffect effect) {
    likely(facts(command, text.indent(8)), effect);
  }

  private static void likely(Facts facts, FirewallEffect effect) {
    List<FilterVerdict> verdicts = facts.of(FilterVerdict.class).toList();
    assertEquals(
        java.util.stream.Stream.ofNullable(effect).toList(),
        verdicts.stream().map(FilterVerdict::effect).toList());
    assertTrue(verdicts.stream().allMatch(FilterVerdict::uncertain));
    assertEquals(
        1,
        facts
            .of(OpenVerdict.class)
            .filter(open -> open.construct().startsWith("rules that"))
            .count());
  }
}
