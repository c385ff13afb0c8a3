package clbdoctor.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final AddressMap MAP = new AddressMap(new Secret("key"), List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0:80",
        "127.0.0.1",
        "[::1]:80",
        ":::80",
        "100.64.3.7",
        "169.254.0.23",
        "255.255.240.0",
        "203.0.113.8",
        "fe80::1%eth0",
        "22/Nov/2026:18:40:01 +0000",
        "02:fc:00:00:00:01",
        "nginx.service nginx.conf net.ipv4.tcp_tw_recycle health.html",
        "java.net.ConnectException",
        "http://localhost:8080/"
      })
  void whatHasAMeaningOfItsOwnStays(String text) {
    assertEquals(text, redacted(text));
  }

  @Test
  void addressesAreReplacedAlike() {
    String text = redacted("LISTEN 10.20.0.10:80, via 10.20.0.1, again 10.20.0.10/24");
    assertFalse(text.contains("10.20.0."));
    assertTrue(
        text.matches("LISTEN (10\\.\\d+\\.\\d+\\.)10:80, via \\1" + "1, again \\1" + "10/24"));
  }

  @Test
  void prefixesStay() {
    Random random = new Random(4711);
    for (int i = 0; i < 500; i++) {
      IpAddress one = IpAddress.ipv4(random.nextInt() & 0xffffffffL);
      IpAddress other = IpAddress.ipv4(one.low() ^ random.nextInt() >>> random.nextInt(32));
      assertEquals(
          common(one, other), common(MAP.replaced(one), MAP.replaced(other)), one + " " + other);
    }
  }

  @Test
  void kindsOfAddressesStay() {
    for (String block : List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")) {
      IpNetwork network = IpNetwork.parse(block);
      assertTrue(network.contains(MAP.replaced(network.first())), block);
      assertTrue(network.contains(MAP.replaced(network.last())), block);
    }
  }

  @Test
  void aRangeStaysARange() {
    String range = "10.20.0.250-10.20.7.9";
    Redaction redaction = Redaction.of("key", List.of(range));
    String[] ends = redaction.apply(range).split("-");
    IpAddress first = IpAddress.parse(ends[0]);
    IpAddress last = IpAddress.parse(ends[1]);
    assertEquals(
        IpAddress.parse("10.20.7.9").low() - IpAddress.parse("10.20.0.250").low(),
        last.low() - first.low());
  }

  @Test
  void namesStayInTheirDomain() {
    String text = redacted("www.shop.com *.shop.com other.org root@web-1:~# on web-1");
    assertTrue(
        text.matches("n\\w{6}\\.(n\\w{6}\\.com) \\*\\.\\1 n\\w{6}\\.org root@(n\\w{6}):~# on \\2"),
        text);
  }

  @Test
  void anotherKeyGivesOtherNames() {
    String text = "10.20.0.10 www.shop.com";
    assertNotEquals(
        Redaction.of("one", List.of(text)).apply(text),
        Redaction.of("two", List.of(text)).apply(text));
  }

  private static String redacted(String text) {
    return Redaction.of("key", List.of(text)).apply(text);
  }

  private static int common(IpAddress one, IpAddress other) {
    return Long.numberOfLeadingZeros(one.low() ^ other.low());
  }
}
