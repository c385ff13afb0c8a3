package clbdoctor.firewall.windows;

import clbdoctor.fact.AddressFamily;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.Protocol;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules do to a check's sources.
 *
 * @param blocking the rules that block some of them for sure
 * @param doubtful the rules that may concern them
 */
record Effects(
    RangeSet allowed,
    RangeSet maybeAllowed,
    RangeSet blocked,
    RangeSet maybeBlocked,
    List<WindowsRule> blocking,
    List<WindowsRule> doubtful) {

  static Effects of(List<WindowsRule> rules, Check check, String profile, RangeSet all) {
    RangeSet[] sure = {RangeSet.EMPTY, RangeSet.EMPTY};
    RangeSet[] maybe = {RangeSet.EMPTY, RangeSet.EMPTY};
    List<WindowsRule> blocking = new ArrayList<>();
    List<WindowsRule> doubtful = new ArrayList<>();
    for (WindowsRule rule : rules) {
      RangeSet sources = all.intersect(rule.sources().orElse(RangeSet.ALL));
      if (sources.isEmpty() || !concerns(rule, check, profile)) {
        continue;
      }
      int side = rule.blocks() ? 1 : 0;
      if (open(rule)) {
        maybe[side] = maybe[side].union(sources);
        doubtful.add(rule);
      } else {
        sure[side] = sure[side].union(sources);
        if (rule.blocks()) {
          blocking.add(rule);
        }
      }
    }
    return new Effects(sure[0], maybe[0], sure[1], maybe[1], blocking, doubtful);
  }

  private static boolean open(WindowsRule rule) {
    return rule.open().isPresent()
        || rule.sources().isEmpty()
        || rule.destinations().isEmpty()
        || rule.ports().isEmpty();
  }

  private static boolean concerns(WindowsRule rule, Check check, String profile) {
    boolean ping = check.protocol() == Protocol.ICMP_ECHO;
    boolean ipv6 = check.destination().family() == AddressFamily.IPV6;
    int protocol = ping ? (ipv6 ? 58 : 1) : check.protocol() == Protocol.TCP ? 6 : 17;
    Bits port = Bits.of(ping ? (ipv6 ? 128 : 8) : check.port());
    return rule.profiles().contains(profile)
        && rule.protocol().map(number -> number == protocol).orElse(true)
        && rule.destinations().map(set -> set.contains(Bits.of(check.destination()))).orElse(true)
        && rule.ports().map(set -> set.contains(port)).orElse(true);
  }
}
