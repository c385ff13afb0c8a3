package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.firewall.FirewallVerdict.Part;
import clbdoctor.firewall.fix.Fix;
import clbdoctor.firewall.fix.Fixes;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.iptables.UfwRules;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ufw's files, and what iptables-save showed when ufw had loaded them (ufw 0.36.2, Debian 12). */
class UfwRulesTest {

  @ParameterizedTest
  @CsvSource({
    "100.64.0.0/10, 10.0.0.10, tcp, 22, eth0",
    "100.64.0.0/10, 10.0.0.10, tcp, 80, eth0",
    "100.64.0.0/16, 10.0.0.10, tcp, 80, eth0",
    "100.64.0.0/10, 10.0.0.10, udp, 80, eth0",
    "100.64.0.0/10, 10.0.0.10, tcp, 443, eth0",
    "100.64.0.0/10, 10.0.0.10, tcp, 8080, eth0",
    "100.64.0.0/10, 10.0.0.10, tcp, 8005, eth0",
    "100.64.0.0/10, 10.0.0.10, tcp, 8005, eth1",
    "100.64.0.0/10, 10.0.0.10, tcp, 82, eth0",
    "0.0.0.0/0,     10.0.0.10, tcp, 82, eth0",
    "0.0.0.0/0,     10.0.0.10, tcp, 9443, eth0",
    "100.64.0.0/10, 10.0.0.10, icmp, 0, eth0",
    "2001:db8::/64, fd00::10,  tcp, 80, eth0",
    "2001:db8::/64, fd00::10,  tcp, 8080, eth0",
    "2001:db8::/64, fd00::10,  tcp, 443, eth0",
    "2001:db8::/64, fd00::10,  udp, 80, eth0"
  })
  void theFilesSayWhatIsLoadedFromThem(
      String source, String destination, String protocol, int port, String device)
      throws IOException {
    boolean ipv6 = destination.contains(":");
    String save = text(ipv6 ? "files.ip6tables" : "files.iptables");
    Ruleset loaded = IptablesSave.parse(save, ipv6 ? Tool.IP6TABLES : Tool.IPTABLES);
    Ruleset written = UfwRules.parse(text("files"), ipv6).orElseThrow();
    assertEquals(List.of(), written.unread());
    Check check = FixedCasesTest.check(source, destination, protocol, port, device);
    assertEquals(outcome(loaded, check), outcome(written, check));
  }

  @ParameterizedTest
  @ValueSource(ints = {22, 80, 443, 8080, 8005, 82, 9000})
  void whereOnlyTheUserRulesAreShownTheRestIsAsShipped(int port) throws IOException {
    Check check = FixedCasesTest.check("100.64.0.0/10", "10.0.0.10", "tcp", port, "eth0");
    assertEquals(
        outcome(UfwRules.parse(text("files"), false).orElseThrow(), check),
        outcome(UfwRules.parse(text("user"), false).orElseThrow(), check));
  }

  @Test
  void aDenialNamesItsLine() throws IOException {
    Check check = FixedCasesTest.check("100.64.0.0/16", "10.0.0.10", "tcp", 80, "eth0");
    Ruleset user = UfwRules.parse(text("user"), false).orElseThrow();
    RuleReference rule = judged(user, check).parts().get(0).denials().get(0).rule();
    assertEquals("-A ufw-user-input -p tcp --dport 80 -s 100.64.0.0/16 -j DROP", rule.text());
    assertEquals(rule.text(), text("user").lines().toList().get(rule.line() - 1));
  }

  @Test
  void oneRuleOfUfwPassesTheCheckByAllThatDenyIt() throws IOException {
    Check check = FixedCasesTest.check("100.64.0.0/10", "10.0.0.10", "tcp", 80, "eth0");
    String twice = text("user").replace("--dport 80 -j ACCEPT", "--dport 80 -j DROP");
    HostFirewall firewall = firewall(UfwRules.parse(twice, false).orElseThrow());
    FirewallVerdict verdict = Firewall.judge(firewall, check);
    assertEquals(3, verdict.blockers().size());
    assertEquals(
        List.of(List.of("ufw insert 1 allow from 100.64.0.0/10 to any port 80 proto tcp")),
        Fixes.of(firewall, check, verdict).stream().map(Fix::apply).toList());
  }

  @Test
  void withoutUserRulesOrWhenUfwIsOffThereIsNothingToRead() throws IOException {
    assertEquals(Optional.empty(), UfwRules.parse(text("user"), true));
    assertEquals(Optional.empty(), UfwRules.parse("ENABLED=no\n" + text("user"), false));
  }

  @Test
  void aPartOfAFileIsNotTakenForTheWhole() throws IOException {
    String cut = text("user").substring(0, text("user").indexOf("COMMIT"));
    assertEquals(1, UfwRules.parse(cut, false).orElseThrow().unread().size());
  }

  private static Set<String> outcome(Ruleset ruleset, Check check) {
    return judged(ruleset, check).parts().stream()
        .map(UfwRulesTest::outcome)
        .collect(Collectors.toSet());
  }

  private static String outcome(Part part) {
    String denials =
        part.denials().stream()
            .map(denial -> denial.seen() + (denial.afterAnswer() ? " after the answer" : ""))
            .distinct()
            .collect(Collectors.joining(", "));
    return part.kind() + " " + part.sources() + " " + denials + " " + part.doubts().size();
  }

  private static FirewallVerdict judged(Ruleset ruleset, Check check) {
    return Firewall.judge(firewall(ruleset), check);
  }

  private static HostFirewall firewall(Ruleset ruleset) {
    return new HostFirewall(List.of(ruleset), List.of(), FixedCasesTest.HOST);
  }

  private static String text(String file) throws IOException {
    try (InputStream stream = UfwRulesTest.class.getResourceAsStream("ufw/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
