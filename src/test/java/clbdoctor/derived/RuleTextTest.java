package clbdoctor.derived;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.fact.CheckPacket;
import clbdoctor.fact.FilterHook;
import clbdoctor.fact.FirewallEffect;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.FirewallTool;
import clbdoctor.fact.IpNetwork;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules of packet filters tell by their text alone. */
class RuleTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -P INPUT DROP                          | INPUT
          -A ufw-user-input -p tcp -j DROP       | INPUT
          -A FORWARD -j REJECT                   | FORWARD
          -I DOCKER-USER -i eth0 -j DROP         | FORWARD
          -A OUTPUT -p tcp --sport 80 -j DROP    | OUTPUT
          -t raw -A PREROUTING -j DROP           | PREROUTING
          type filter hook output priority 0     | OUTPUT
          tcp dport 80 drop                      |
          """)
  void namesTheHookByTheChain(String rule, FilterHook expected) {
    assertEquals(Optional.ofNullable(expected), RuleText.hook(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -A f2b-nginx -s 100.64.3.7/32 -j REJECT                   | true  | 100.64.3.7
          -A INPUT -m set --match-set crowdsec-blacklists src -j DROP | true  |
          ip saddr 10.9.0.0/24 drop                                 | false | 10.9.0.0/24
          -P INPUT DROP                                             | false |
          """)
  void knowsTheRulesOfBans(String rule, boolean ban, String source) {
    assertEquals(ban, RuleText.ofBan(rule));
    assertEquals(Optional.ofNullable(source).map(IpNetwork::parse), RuleText.source(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -A INPUT -m connlimit --connlimit-above 20 -j DROP | true  | false
          tcp dport 80 limit rate over 5/second drop         | true  | false
          -t mangle -A PREROUTING -j DROP                    | false | true
          -t filter -A INPUT -j DROP                         | false | false
          """)
  void knowsLimitsAndTablesThatListingsLeaveOut(String rule, boolean limited, boolean hidden) {
    FirewallReading reading =
        new FirewallReading(
            FirewallTool.IPTABLES, CheckPacket.SYN, FirewallEffect.DROPS, Optional.of(rule));
    assertEquals(limited, RuleText.limited(reading));
    assertEquals(hidden, RuleText.hidden(reading));
  }
}
