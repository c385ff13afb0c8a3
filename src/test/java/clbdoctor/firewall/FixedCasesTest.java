package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.fix.Fixes;
import clbdoctor.firewall.iptables.IpsetSave;
import clbdoctor.firewall.model.Ipset;
import clbdoctor.firewall.model.Ruleset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rulesets that common programs and guides produce. */
class FixedCasesTest {
  static final Host HOST =
      new Host(
          List.of(
              local("eth0", "10.0.0.10", 24),
              local("docker0", "172.17.0.1", 16),
              local("cni0", "10.244.0.1", 24),
              local("virbr0", "192.168.122.1", 24),
              local("eth0", "fd00::10", 64)),
          List.of(
              new Host.Route(IpNetwork.parse("0.0.0.0/0"), "eth0"),
              new Host.Route(IpNetwork.parse("::/0"), "eth0")));

  private static Host.Local local(String name, String address, int prefix) {
    return new Host.Local(name, IpAddress.parse(address), prefix);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "fixed/expected.csv")
  void verdicts(
      String files,
      String source,
      String destination,
      String protocol,
      int port,
      String device,
      Kind expected,
      String seen) {
    HostFirewall firewall = firewall(files);
    Check check = check(source, destination, protocol, port, device);
    FirewallVerdict verdict = Firewall.judge(firewall, check);
    assertEquals(expected, verdict.kind(), verdict::toString);
    if (seen != null) {
      assertTrue(
          verdict.parts().stream()
              .flatMap(part -> part.denials().stream())
              .anyMatch(denial -> denial.seen().name().equals(seen)),
          verdict::toString);
    }
    boolean denied = expected == Kind.DENIED || expected == Kind.PARTLY;
    assertEquals(denied, denied && !Fixes.of(firewall, check, verdict).isEmpty());
  }

  static Check check(String source, String destination, String protocol, int port, String device) {
    return new Check(
        IpNetwork.parse(source),
        IpAddress.parse(destination),
        protocol.equals("icmp")
            ? Protocol.ICMP_ECHO
            : Protocol.valueOf(protocol.toUpperCase(java.util.Locale.ROOT)),
        port,
        Check.EPHEMERAL,
        Optional.of(device));
  }

  static HostFirewall firewall(String files) {
    List<Ruleset> rulesets = new ArrayList<>();
    List<Ipset> ipsets = new ArrayList<>();
    for (String file : files.split("\\+")) {
      String tool = file.substring(file.indexOf('.') + 1);
      if (tool.equals("ipset")) {
        IpsetSave.Result read = IpsetSave.parse(text(file));
        assertEquals(List.of(), read.unread());
        ipsets.addAll(read.sets());
        continue;
      }
      Ruleset ruleset = KernelCase.parse(new KernelCase.Listing(tool, text(file)));
      assertEquals(List.of(), ruleset.unread());
      rulesets.add(ruleset);
    }
    return new HostFirewall(rulesets, ipsets, HOST);
  }

  static String text(String file) {
    try (InputStream stream = FixedCasesTest.class.getResourceAsStream("fixed/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
