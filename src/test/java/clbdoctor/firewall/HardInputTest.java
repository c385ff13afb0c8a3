package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.iptables.IpsetSave;
import clbdoctor.firewall.iptables.IptablesSave;
import clbdoctor.firewall.iptables.UfwStatus;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.nftables.FirewalldZones;
import clbdoctor.firewall.nftables.NftListing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Damaged, huge and malicious input. */
class HardInputTest {
  private static final IpAddress SERVER = IpAddress.parse("10.0.0.10");
  private static final Check CHECK =
      Check.of(IpNetwork.parse("100.64.0.0/10"), SERVER, Protocol.TCP, 80);

  private static FirewallVerdict judge(Ruleset ruleset) {
    return Firewall.judge(new HostFirewall(List.of(ruleset), List.of(), Host.UNKNOWN), CHECK);
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = HardInputTest.class.getResourceAsStream("fixed/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aListingCutAnywhereIsNeverASmallerRuleset() throws IOException {
    String save = resource("ufw.iptables").stripTrailing();
    save = save.substring(0, save.lastIndexOf("COMMIT"));
    String nft = resource("server.nft").stripTrailing();
    for (int end = save.lastIndexOf('*') + 1; end < save.length(); end += 7) {
      String cut = save.substring(0, end);
      assertNotEquals(List.of(), IptablesSave.parse(cut, Tool.IPTABLES).unread(), cut);
    }
    for (int end = 1; end < nft.length(); end++) {
      String cut = nft.substring(0, end);
      assertNotEquals(List.of(), NftListing.parse(cut).unread(), cut);
    }
  }

  @Test
  void damagedInputNeitherFailsNorHangs() throws IOException {
    long seed = Long.getLong("fuzz.seed", 1);
    Random random = new Random(seed);
    String[] save = {resource("ufw.iptables"), resource("docker.iptables")};
    String[] nft = {resource("firewalld.nft"), resource("server.nft")};
    for (int i = 0; i < Integer.getInteger("fuzz.inputs", 400); i++) {
      String damagedSave = damaged(save[i % 2], random);
      String damagedNft = damaged(nft[i % 2], random);
      judge(IptablesSave.parse(damagedSave, Tool.IPTABLES));
      judge(NftListing.parse(damagedNft));
      IpsetSave.parse(damaged("create a hash:net,port\nadd a 10.0.0.0/8,tcp:80 nomatch\n", random));
    }
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    String bits = "{}!=<>-:,./\"@#*;&|^ \n\t0129afxz\\";
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(4)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, bits.charAt(random.nextInt(bits.length())));
        case 2 -> damaged.setCharAt(at, bits.charAt(random.nextInt(bits.length())));
        default -> {
          int to = Math.min(damaged.length(), at + random.nextInt(40));
          damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, to));
        }
      }
    }
    return damaged.toString();
  }

  @Test
  void hugeRulesetsAreQuick() {
    StringBuilder text =
        new StringBuilder(
            "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n");
    for (int i = 0; i < 2_000; i++) {
      int host = i * 2000;
      text.append("-A INPUT -s 100.").append(64 + (host >> 16 & 63)).append('.');
      text.append(host >> 8 & 255).append('.').append(host & 255).append("/32 -j DROP\n");
    }
    Ruleset ruleset = IptablesSave.parse(text.append("COMMIT\n").toString(), Tool.IPTABLES);
    FirewallVerdict verdict =
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> judge(ruleset));
    assertEquals(Kind.PARTLY, verdict.kind());
    assertEquals(2_000, verdict.blockers().size());
  }

  @Test
  void manyElementsAreQuick() {
    StringBuilder text = new StringBuilder("table ip t {\nset s {\ntype ipv4_addr\nelements = { ");
    for (int i = 0; i < 50_000; i++) {
      text.append(IpAddress.ipv4(0x64400000L + 3L * i)).append(i < 49_999 ? ", " : " }\n}\n");
    }
    text.append(
        "chain c {\ntype filter hook input priority 0; policy accept;\nip saddr @s drop\n}\n}\n");
    FirewallVerdict verdict =
        Assertions.assertTimeout(
            Duration.ofSeconds(60), () -> judge(NftListing.parse(text.toString())));
    assertEquals(Kind.PARTLY, verdict.kind());
  }

  @Test
  void longLinesOfUfwAndFirewalldAreQuick() {
    for (String run : List.of(" ", "a ", "1,")) {
      String line = "80/tcp" + run.repeat(40_000) + "  ALLOW IN  Anywhere";
      Assertions.assertTimeout(
          Duration.ofSeconds(20),
          () -> {
            UfwStatus.parse("Status: active\nDefault: deny (incoming)\n" + line, false);
            FirewalldZones.parse("public (active)\n  services: " + line + "\n\trule " + line);
          });
    }
  }

  @Test
  void chainsThatFanOutDoNotMultiply() {
    StringBuilder text = new StringBuilder("table ip t {\n");
    for (int i = 0; i < 200; i++) {
      text.append("chain c").append(i).append(" {\n");
      text.append(("jump c" + (i + 1) + "\n").repeat(50)).append("}\n");
    }
    text.append(
        "chain c200 {\nreturn\n}\nchain b {\ntype filter hook input priority 0; policy drop;\n");
    text.append("jump c0\n}\n}\n");
    FirewallVerdict verdict =
        Assertions.assertTimeout(
            Duration.ofSeconds(60), () -> judge(NftListing.parse(text.toString())));
    assertEquals(Kind.DENIED, verdict.kind());
  }

  @Test
  void marksThatMultiplyTheCasesLeaveTheVerdictOpen() {
    StringBuilder text = new StringBuilder("*mangle\n:PREROUTING ACCEPT [0:0]\n");
    for (int i = 0; i < 31; i++) {
      text.append("-A PREROUTING -m statistic --mode nth --every ").append(i + 2);
      text.append(" -j MARK --or-mark ");
      text.append(1L << i).append('\n');
    }
    Ruleset ruleset = IptablesSave.parse(text.append("COMMIT\n").toString(), Tool.IPTABLES);
    assertEquals(Kind.UNDECIDABLE, judge(ruleset).kind());
  }

  @Test
  void chainsThatJumpToEachOtherLeaveTheVerdictOpen() {
    String text =
        "*filter\n:INPUT DROP [0:0]\n:a - [0:0]\n:b - [0:0]\n-A INPUT -j a\n"
            + "-A a -j b\n-A a -j b\n-A b -j a\n-A b -j a\nCOMMIT\n";
    assertEquals(Kind.UNDECIDABLE, judge(IptablesSave.parse(text, Tool.IPTABLES)).kind());
  }
}
