package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.FirewallVerdict.Part;
import clbdoctor.firewall.iptables.IpsetSave;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.model.Refusal;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.nftables.NftListing;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirewallTest {
  private static final IpNetwork PROBERS = IpNetwork.parse("100.64.0.0/10");
  private static final IpAddress SERVER = IpAddress.parse("10.0.0.10");

  private static final String FILTER =
      "*filter\n:INPUT %s [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n%sCOMMIT\n";

  private static Check tcp(int port) {
    return Check.of(PROBERS, SERVER, Protocol.TCP, port);
  }

  private static Ruleset filter(String policy, String... rules) {
    String text = rules.length == 0 ? "" : String.join("\n", rules) + "\n";
    return IptablesSave.parse(String.format(FILTER, policy, text), Tool.IPTABLES);
  }

  private static Ruleset nft(String... lines) {
    return NftListing.parse(String.join("\n", lines) + "\n");
  }

  private static Ruleset nftInput(String policy, String... rules) {
    return nft(
        "table inet filter {",
        "  chain input {",
        "    type filter hook input priority filter; policy " + policy + ";",
        String.join("\n", rules),
        "  }",
        "}");
  }

  private static FirewallVerdict judge(Check check, Ruleset... rulesets) {
    return Firewall.judge(new HostFirewall(List.of(rulesets), List.of(), Host.UNKNOWN), check);
  }

  @Test
  void noRulesAllow() {
    assertEquals(Kind.ALLOWED, judge(tcp(80)).kind());
  }

  @Test
  void policyDeniesAndIsNamed() {
    FirewallVerdict verdict =
        judge(tcp(80), filter("DROP", "-A INPUT -p tcp -m tcp --dport 443 -j ACCEPT"));
    assertEquals(Kind.DENIED, verdict.kind());
    Denial denial = verdict.parts().get(0).denials().get(0);
    assertEquals("iptables ip filter INPUT policy: policy drop", denial.rule().toString());
    assertEquals(Refusal.SILENCE, denial.seen());
    assertEquals(2, denial.rule().line());
    assertEquals(
        Kind.ALLOWED,
        judge(tcp(443), filter("DROP", "-A INPUT -p tcp -m tcp --dport 443 -j ACCEPT")).kind());
  }

  @Test
  void partOfTheRangeIsCutOffExactly() {
    FirewallVerdict verdict =
        judge(
            tcp(80),
            filter(
                "ACCEPT",
                "-A INPUT -s 100.64.0.0/12 -j DROP",
                "-A INPUT -s 100.100.1.2/32 -j REJECT --reject-with icmp-host-prohibited"));
    assertEquals(Kind.PARTLY, verdict.kind());
    assertEquals(
        "[100.80.0.0-100.100.1.1, 100.100.1.3-100.127.255.255]", sources(verdict, Kind.ALLOWED));
    assertEquals(2, verdict.parts().stream().filter(p -> p.kind() == Kind.DENIED).count());
    assertEquals(2, verdict.blockers().size());
  }

  private static String sources(FirewallVerdict verdict, Kind kind) {
    return verdict.parts().stream()
        .filter(part -> part.kind() == kind)
        .map(Part::sources)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  @Test
  void acceptEndsOnlyItsOwnBaseChain() {
    Ruleset iptables = filter("DROP", "-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT");
    Ruleset second = nftInput("accept", "tcp dport 80 reject with tcp reset counter");
    FirewallVerdict verdict =
        judge(tcp(80), iptables, nftInput("accept", "ip protocol tcp counter drop"));
    assertEquals(Kind.DENIED, verdict.kind());
    assertEquals(
        "rule 1",
        verdict
            .parts()
            .get(0)
            .denials()
            .get(0)
            .rule()
            .toString()
            .split("input ")[1]
            .substring(0, 6));
    assertEquals(Kind.UNDECIDABLE, judge(tcp(80), iptables, second).kind());
  }

  @Test
  void everyBlockerIsNamed() {
    FirewallVerdict verdict =
        judge(
            tcp(80),
            filter("DROP", "-A INPUT -s 100.64.0.0/10 -j DROP"),
            nftInput("drop", "tcp dport 443 accept"));
    assertEquals(
        List.of(1, 0, 0),
        verdict.blockers().stream()
            .filter(blocker -> blocker.denial().leg() == Leg.REQUEST)
            .map(blocker -> blocker.denial().rule().position())
            .toList());
  }

  @Test
  void beforeTrackingEveryPacketIsInvalid() {
    Ruleset raw =
        IptablesSave.parse(
            "*raw\n:PREROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                + "-A PREROUTING -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n",
            Tool.IPTABLES);
    assertEquals(Kind.DENIED, judge(tcp(80), raw).kind());
  }

  @Test
  void redirectChangesThePort() {
    Ruleset nat =
        IptablesSave.parse(
            "*nat\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                + ":POSTROUTING ACCEPT [0:0]\n"
                + "-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080\nCOMMIT\n",
            Tool.IPTABLES);
    Ruleset open8080 = filter("DROP", "-A INPUT -p tcp -m tcp --dport 8080 -j ACCEPT");
    Ruleset open80 = filter("DROP", "-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT");
    assertEquals(Kind.ALLOWED, judge(tcp(80), nat, open8080).kind());
    assertEquals(Kind.DENIED, judge(tcp(80), nat, open80).kind());
  }

  @Test
  void droppedReplyDenies() {
    Ruleset output =
        IptablesSave.parse(
            "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT DROP [0:0]\n"
                + "-A OUTPUT -p tcp -m tcp --dport 80 -j ACCEPT\nCOMMIT\n",
            Tool.IPTABLES);
    FirewallVerdict verdict = judge(tcp(80), output);
    assertEquals(Kind.DENIED, verdict.kind());
    assertEquals(Leg.REPLY, verdict.parts().get(0).denials().get(0).leg());
  }

  @Test
  void refusalThatIsDroppedOnItsWayOutLooksLikeADrop() {
    Ruleset both =
        IptablesSave.parse(
            "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                + "-A INPUT -p tcp -j REJECT --reject-with icmp-port-unreachable\n"
                + "-A OUTPUT -p icmp -j DROP\nCOMMIT\n",
            Tool.IPTABLES);
    Denial denial = judge(tcp(80), both).parts().get(0).denials().get(0);
    assertEquals(Refusal.ICMP_PORT_UNREACHABLE, denial.refusal());
    assertEquals(Refusal.SILENCE, denial.seen());
  }

  @Test
  void limitMakesItLimited() {
    FirewallVerdict verdict =
        judge(
            tcp(80),
            filter(
                "DROP",
                "-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT",
                "-A INPUT -p tcp -m limit --limit 5/min --limit-burst 3 -j ACCEPT"));
    assertEquals(Kind.LIMITED, verdict.kind());
    assertEquals("limit 5/min burst 3", verdict.parts().get(0).limits().get(0).text());
    assertTrue(verdict.parts().get(0).limits().get(0).bears(0.05));
  }

  @Test
  void unknownMatchMattersOnlyWhereItDecides() {
    String unknown = "-A INPUT -p tcp -m geoip --source-country CN -j DROP";
    assertEquals(Kind.UNDECIDABLE, judge(tcp(80), filter("ACCEPT", unknown)).kind());
    assertEquals(Kind.DENIED, judge(tcp(80), filter("DROP", unknown)).kind());
    assertEquals(
        Kind.ALLOWED,
        judge(Check.of(PROBERS, SERVER, Protocol.UDP, 53), filter("ACCEPT", unknown)).kind());
    Doubt doubt = judge(tcp(80), filter("ACCEPT", unknown)).parts().get(0).doubts().get(0);
    assertEquals("match geoip", doubt.construct());
    assertEquals(5, doubt.rule().orElseThrow().line());
  }

  @Test
  void twoExclusionsOfNeighbouringFieldsMayBeOne() {
    Ruleset joined = nftInput("accept", "tcp sport != 9 tcp dport != 80 drop");
    assertEquals(Kind.UNDECIDABLE, judge(tcp(80), joined).kind());
    Ruleset apart = nftInput("accept", "tcp sport 9 tcp dport != 80 drop");
    assertEquals(Kind.ALLOWED, judge(tcp(80), apart).kind());
    Ruleset three = nftInput("accept", "meta l4proto != udp ip ttl != 0 ip protocol != tcp drop");
    assertEquals(Kind.UNDECIDABLE, judge(tcp(80), three).kind());
  }

  @Test
  void truncatedInputIsNeverASmallerRuleset() {
    Ruleset cut =
        IptablesSave.parse("*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -j DROP\n", Tool.IPTABLES);
    assertEquals(Kind.UNDECIDABLE, judge(tcp(80), cut).kind());
    assertEquals(
        Kind.UNDECIDABLE, judge(tcp(80), nft("table inet t {", "chain c {", "drop")).kind());
  }

  @Test
  void interfaceThatIsNotKnownMayBeAny() {
    Ruleset bound = filter("DROP", "-A INPUT -i eth1 -p tcp -j ACCEPT");
    assertEquals(Kind.UNDECIDABLE, judge(tcp(80), bound).kind());
    assertEquals(Kind.ALLOWED, judge(tcp(80).on("eth1"), bound).kind());
    assertEquals(Kind.DENIED, judge(tcp(80).on("eth0"), bound).kind());
    Ruleset loopback = filter("DROP", "-A INPUT -i lo -j ACCEPT");
    assertEquals(Kind.DENIED, judge(tcp(80), loopback).kind());
  }

  @Test
  void ipsetWithExceptions() {
    IpsetSave.Result sets =
        IpsetSave.parse(
            "create banned hash:net family inet\nadd banned 100.64.0.0/10\n"
                + "add banned 100.96.0.0/11 nomatch\nadd banned 100.127.0.0/16\n");
    HostFirewall firewall =
        new HostFirewall(
            List.of(filter("ACCEPT", "-A INPUT -m set --match-set banned src -j DROP")),
            sets.sets(),
            Host.UNKNOWN);
    FirewallVerdict verdict = Firewall.judge(firewall, tcp(80));
    assertEquals("[100.96.0.0-100.126.255.255]", sources(verdict, Kind.ALLOWED));
  }

  @Test
  void chainsThatLoopEnd() {
    Ruleset loop =
        nft(
            "table inet t {",
            "  chain a {",
            "    jump b",
            "  }",
            "  chain b {",
            "    jump a",
            "  }",
            "  chain input {",
            "    type filter hook input priority filter; policy accept;",
            "    jump a",
            "  }",
            "}");
    assertEquals(Kind.UNDECIDABLE, judge(tcp(80), loop).kind());
  }

  @Test
  void verdictMapsAndSetsOverTheSource() {
    FirewallVerdict verdict =
        judge(
            tcp(80),
            nft(
                "table ip t {",
                "  map m {",
                "    type ipv4_addr : verdict",
                "    flags interval",
                "    elements = { 100.64.0.0/16 : drop, 100.65.0.0/16 : jump web }",
                "  }",
                "  chain web {",
                "    tcp dport { 80, 443 } accept",
                "    drop",
                "  }",
                "  chain input {",
                "    type filter hook input priority 0; policy accept;",
                "    ip saddr vmap @m",
                "    ip saddr . tcp dport { 100.70.0.0/16 . 1-100 } drop # handle 7",
                "  }",
                "}"));
    assertEquals(
        "[100.65.0.0-100.69.255.255, 100.71.0.0-100.127.255.255]", sources(verdict, Kind.ALLOWED));
  }

  @Test
  void listingOfOneTableLeavesTheOthersOpen() {
    String listing =
        "-P INPUT DROP\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT\n-N web\n-A INPUT -j web\n";
    Ruleset alone = IptablesSave.parseListing(listing, Tool.IPTABLES, "filter", false);
    assertEquals(List.of(), alone.unread());
    assertEquals(Kind.DENIED, judge(tcp(80), alone).kind());
    Ruleset partial = IptablesSave.parseListing(listing, Tool.IPTABLES, "filter", true);
    assertEquals(Kind.UNDECIDABLE, judge(tcp(80), partial).kind());
  }

  @Test
  void natChainsNeedTracking() {
    String[] chain = {
      "table ip t {",
      "  chain c {",
      "    type nat hook prerouting priority dstnat; policy drop;",
      "  }",
      "  chain asks {",
      "    %s",
      "  }",
      "}"
    };
    String listing = String.join("\n", chain) + "\n";
    assertEquals(Kind.ALLOWED, judge(tcp(80), nft(String.format(listing, "accept"))).kind());
    assertEquals(
        Kind.DENIED, judge(tcp(80), nft(String.format(listing, "ct state new accept"))).kind());
  }

  @Test
  void errorOfAnUntranslatedConnectionKeepsItsAddress() {
    Ruleset reject =
        nft(
            "table ip t {",
            "  chain asks {",
            "    ct state new accept",
            "  }",
            "  chain passed {",
            "    type filter hook forward priority 0; policy accept;",
            "    reject with icmp prot-unreachable",
            "  }",
            "}",
            "table netdev wire {",
            "  chain out {",
            "    type filter hook egress device \"eth0\" priority 0; policy drop;",
            "    ip saddr >= 100.96.0.0 accept",
            "  }",
            "}");
    Host host =
        new Host(
            List.of(new Host.Local("eth0", SERVER, 24)),
            List.of(new Host.Route(IpNetwork.parse("0.0.0.0/0"), "eth0")));
    IpAddress container = IpAddress.parse("172.17.0.2");
    FirewallVerdict verdict =
        Firewall.judge(
            new HostFirewall(List.of(reject), List.of(), host),
            Check.of(PROBERS, container, Protocol.TCP, 80).on("eth0"));
    assertEquals(Kind.DENIED, verdict.kind());
    assertTrue(
        verdict.parts().get(0).denials().stream()
            .anyMatch(denial -> denial.seen() == Refusal.SILENCE),
        verdict::toString);
  }

  @Test
  void chainsOfOnePriorityMayRunInEitherOrder() {
    String chain = "    type filter hook input priority 0; policy accept;";
    Ruleset marks =
        nft(
            "table inet one {",
            "  chain c {",
            chain,
            "    meta mark set 0x00000001",
            "  }",
            "}",
            "table inet two {",
            "  chain c {",
            chain,
            "    meta mark 0x00000001 drop",
            "  }",
            "}");
    FirewallVerdict verdict = judge(tcp(80), marks);
    assertEquals(Kind.UNDECIDABLE, verdict.kind());
    assertEquals(
        "the order of base chains of the same priority",
        verdict.parts().get(0).doubts().get(0).construct());
  }

  @Test
  void markOfTheFirstAnswerStopsTheSecond() {
    Ruleset marking =
        nft(
            "table inet t {",
            "  chain marked {",
            "    type filter hook postrouting priority mangle; policy accept;",
            "    ct mark != 0x00000000 drop",
            "  }",
            "  chain marks {",
            "    type filter hook postrouting priority filter; policy accept;",
            "    ct mark set 0x00000003 accept",
            "  }",
            "}");
    FirewallVerdict verdict =
        judge(Check.of(PROBERS, SERVER, Protocol.ICMP_ECHO, 0).on("eth0"), marking);
    assertEquals(Kind.DENIED, verdict.kind());
    assertEquals(Leg.SECOND_REPLY, verdict.parts().get(0).denials().get(0).leg());
  }

  @Test
  void bridgeTableThatDropsLeavesOpenWhatItSees() {
    String[] table = {
      "table bridge b {",
      "  chain c {",
      "    type filter hook input priority 0; policy %s;",
      "    counter packets 0 bytes 0",
      "  }",
      "}"
    };
    String listing = String.join("\n", table) + "\n";
    assertEquals(Kind.ALLOWED, judge(tcp(80), nft(String.format(listing, "accept"))).kind());
    FirewallVerdict open = judge(tcp(80), nft(String.format(listing, "drop")));
    assertEquals(Kind.UNDECIDABLE, open.kind());
    assertEquals(
        "table bridge b, if the packets come over a bridge",
        open.parts().get(0).doubts().get(0).construct());
    assertEquals(
        Kind.DENIED, judge(tcp(80), nft(String.format(listing, "drop")), filter("DROP")).kind());
  }

  /** It comes in again by lo as if the prober had sent it, so the prober hears of its refusal. */
  @Test
  void resetForTheHostsOwnReplyMayBeRefusedInTurn() {
    String refused = "-A OUTPUT -p tcp -m tcp --sport 80 -j REJECT --reject-with tcp-reset";
    String again = "-A INPUT -p tcp -m tcp --tcp-flags RST RST -j REJECT";
    assertEquals(Kind.DENIED, judge(tcp(80), filter("ACCEPT", refused)).kind());
    FirewallVerdict open = judge(tcp(80), filter("ACCEPT", refused, again));
    assertEquals(
        "a reset that is refused in turn", open.parts().get(0).doubts().get(0).construct());
  }

  @Test
  void errorBelongsToTheConnectionOfThePacketItIsAbout() {
    String refused =
        "-A INPUT -p tcp -m tcp --dport 80 -j REJECT --reject-with icmp-host-prohibited";
    String answer = "-A OUTPUT -m conntrack --ctproto 6 -j DROP";
    Denial denial =
        judge(tcp(80), filter("ACCEPT", refused, answer)).parts().get(0).denials().get(0);
    assertEquals(Refusal.SILENCE, denial.seen());
  }

  @Test
  void acknowledgementFromElsewhereThanTheRequestMeetsNoConnection() {
    Ruleset rules =
        IptablesSave.parse(
            "*raw\n:PREROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                + "-A PREROUTING -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j CT --notrack\n"
                + "COMMIT\n*nat\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n"
                + ":OUTPUT ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n"
                + "-A INPUT -p tcp -j SNAT --to-source 10.0.0.1\nCOMMIT\n",
            Tool.IPTABLES);
    assertEquals(Kind.UNDECIDABLE, judge(tcp(80), rules).kind());
  }

  /** Tracking keeps the connection of a request, though it was told not to see the reply. */
  @Test
  void acknowledgementOfAnUntrackedReplyIsInvalid() {
    Ruleset rules =
        IptablesSave.parse(
            "*raw\n:PREROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                + "-A OUTPUT -j CT --notrack\nCOMMIT\n"
                + String.format(
                    FILTER, "ACCEPT", "-A INPUT -m conntrack ! --ctstate NEW -j DROP\n"),
            Tool.IPTABLES);
    FirewallVerdict verdict = judge(tcp(80), rules);
    assertEquals(Leg.SECOND, verdict.parts().get(0).denials().get(0).leg());
    assertEquals(Kind.ALLOWED, judge(Check.of(PROBERS, SERVER, Protocol.UDP, 80), rules).kind());
  }
}
