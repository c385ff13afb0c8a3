package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.fix.Fix;
import clbdoctor.firewall.fix.Fixes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Loads the rulesets of known programs into the kernel and sends packets from the ends of each part
 * of a verdict. What is proposed where they are denied is done, unless it takes a program that does
 * not run here: ufw and firewalld keep rules of their own.
 */
@Tag("kernel")
class KernelFixedTest {
  private static final int RANGES = 4;
  private static final List<String> ABSENT = List.of("ufw", "firewall-cmd");

  private static KernelHost host;
  private static int sent;
  private static int changed;
  private static int notRun;

  @BeforeAll
  static void build() {
    host = new KernelHost("fixed", 0);
  }

  @AfterAll
  static void remove() {
    host.close();
    System.out.printf(
        "kernel fixed cases: %d packets, %d changes, %d not run%n", sent, changed, notRun);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "fixed/expected.csv")
  void theKernelAgrees(
      String files, String source, String destination, String protocol, int port, String device) {
    HostFirewall firewall = FixedCasesTest.firewall(files);
    Check check = FixedCasesTest.check(source, destination, protocol, port, device);
    FirewallVerdict verdict = Firewall.judge(firewall, check);
    assertTrue(host.load(listings(files)), "the kernel refuses " + files);
    List<KernelCase.Sent> packets = new ArrayList<>();
    for (String from : ends(verdict)) {
      packets.add(packet(protocol, from, destination, packets.size(), port, device));
    }
    agree(firewall, host.send(packets));
    boolean denied = verdict.kind() == Kind.DENIED || verdict.kind() == Kind.PARTLY;
    if (denied) {
      fix(firewall, packets, Fixes.of(firewall, check, verdict));
    }
  }

  private static void agree(HostFirewall firewall, List<KernelCase.Sent> answered) {
    KernelComparison comparison = new KernelComparison();
    comparison.compare(Firewall.of(firewall), new KernelCase("fixed", List.of(), answered));
    assertEquals(List.of(), comparison.wrong());
    assertEquals(0, comparison.undecidedShare());
    sent += answered.size();
  }

  private static void fix(HostFirewall firewall, List<KernelCase.Sent> packets, List<Fix> fixes) {
    List<String> commands = fixes.stream().flatMap(fix -> fix.apply().stream()).toList();
    if (commands.stream().anyMatch(c -> ABSENT.contains(c.substring(0, c.indexOf(' '))))) {
      notRun++;
      return;
    }
    List<KernelCase.Sent> others = others(firewall, packets.get(0));
    String before = KernelFixTest.plain(host.listings());
    List<Boolean> passed = passes(host.send(others));
    commands.forEach(command -> assertEquals("", host.run(command)));
    changed += commands.size();
    host.send(packets).forEach(one -> assertEquals("A,A", one.seen(), commands + one.line()));
    assertEquals(passed, passes(host.send(others)), commands::toString);
    List<Fix> backwards = new ArrayList<>(fixes);
    Collections.reverse(backwards);
    backwards.forEach(fix -> fix.undo().forEach(undo -> assertEquals("", host.run(undo))));
    assertEquals(before, KernelFixTest.plain(host.listings()));
  }

  /** How a denial looks may hang on a limit. */
  private static List<Boolean> passes(List<KernelCase.Sent> packets) {
    return packets.stream().map(one -> one.seen().equals("A,A")).toList();
  }

  /** Packets that no change is for, except those whose fate hangs on how many there were. */
  private static List<KernelCase.Sent> others(HostFirewall firewall, KernelCase.Sent packet) {
    Check check = packet.check();
    boolean ipv6 = packet.line().contains("fd00::10");
    String to = ipv6 ? "fd00::10" : "10.0.0.10";
    List<KernelCase.Sent> others = new ArrayList<>();
    for (String from : ipv6 ? List.of("fd99::1") : List.of("198.51.100.9", "100.127.0.1")) {
      for (String protocol : List.of("tcp", "udp")) {
        for (int port : List.of(22, 80, 443, 8080)) {
          if (port != check.port()) {
            others.add(packet(protocol, from, to, 100 + others.size(), port, "eth0"));
          }
        }
      }
    }
    Firewall judge = Firewall.of(firewall);
    others.removeIf(one -> judge.withoutBlockers(one.check()).kind() == Kind.LIMITED);
    return others;
  }

  /** The first and the last address of the first ranges of each part. */
  private static Set<String> ends(FirewallVerdict verdict) {
    Set<String> ends = new LinkedHashSet<>();
    for (FirewallVerdict.Part part : verdict.parts()) {
      for (AddressRange range : part.sources().stream().limit(RANGES).toList()) {
        ends.add(range.first().toString());
        ends.add(range.last().toString());
      }
    }
    return ends;
  }

  private static KernelCase.Sent packet(
      String protocol, String from, String to, int number, int port, String device) {
    return KernelCase.packet(
        String.format(
            Locale.ROOT,
            "%%%%packet %s %s %s %d %d %s -",
            protocol,
            from,
            to,
            40000 + number,
            port,
            device));
  }

  private static List<KernelCase.Listing> listings(String files) {
    List<KernelCase.Listing> listings = new ArrayList<>();
    for (String file : files.split("\\+")) {
      String tool = file.substring(file.indexOf('.') + 1);
      String text = FixedCasesTest.text(file);
      int same = listings.stream().map(KernelCase.Listing::tool).toList().indexOf(tool);
      if (same >= 0) {
        text = listings.remove(same).text() + text;
      }
      listings.add(new KernelCase.Listing(tool, text));
    }
    return listings;
  }
}
