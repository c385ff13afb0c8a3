package clbdoctor.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.10, 10.0.0.10",
    "255.255.255.255, 255.255.255.255",
    "::1, ::1",
    "::, ::",
    "2001:DB8::1, 2001:db8::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "fe80:0:0:0:0:0:0:1, fe80::1",
    "1:0:2:0:0:0:3:0, 1:0:2::3:0",
    "1:2:3:4:5:6:0:8, 1:2:3:4:5:6:0:8",
    "::ffff:10.0.0.10, ::ffff:a00:a"
  })
  void isReadAndWrittenInItsShortestForm(String text, String canonical) {
    assertEquals(canonical, IpAddress.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10.0.0",
        "10.0.0.0.1",
        "10.0.0.256",
        "010.0.0.1",
        "0x0a.0.0.1",
        "10.0.0.-1",
        " 10.0.0.1",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:8::",
        "::10.0.0",
        "::10.0.0.1:1",
        "fe80::1%eth0"
      })
  void anythingElseIsRefused(String text) {
    assertTrue(IpAddress.tryParse(text).isEmpty(), text);
    assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(text));
  }

  @Test
  void agreesWithTheJdkOnRandomAddresses() throws UnknownHostException {
    Random random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = new byte[16];
      random.nextBytes(bytes);
      for (int i = 0; i < 16; i++) {
        bytes[i] = random.nextInt(3) == 0 ? bytes[i] : 0;
      }
      bytes[0] = 0x20;
      InetAddress jdk = InetAddress.getByAddress(bytes);
      IpAddress ours = IpAddress.parse(jdk.getHostAddress());
      assertEquals(jdk, InetAddress.getByName(ours.toString()));
      assertEquals(ours, IpAddress.parse(ours.toString()));
    }
  }

  @Test
  void knowsLoopbackAndWildcard() {
    assertTrue(IpAddress.parse("127.8.0.1").loopback());
    assertTrue(IpAddress.parse("::1").loopback());
    assertFalse(IpAddress.parse("128.0.0.1").loopback());
    assertTrue(IpAddress.parse("0.0.0.0").wildcard());
    assertTrue(IpAddress.parse("::").wildcard());
    assertFalse(IpAddress.parse("::1").wildcard());
  }

  @Test
  void aNetworkHoldsItsFirstAndLastAddress() {
    IpNetwork shared = IpNetwork.parse("100.64.0.0/10");
    assertTrue(shared.contains(IpAddress.parse("100.64.0.0")));
    assertTrue(shared.contains(IpAddress.parse("100.127.255.255")));
    assertFalse(shared.contains(IpAddress.parse("100.128.0.0")));
    assertEquals("100.127.255.255", shared.last().toString());
    assertEquals("fd00::/8", IpNetwork.parse("fdab::1/8").toString());
    assertEquals("10.0.0.10", IpNetwork.parse("10.0.0.10/32").toString());
    assertTrue(IpNetwork.parse("0.0.0.0/0").contains(shared));
    assertFalse(shared.contains(IpNetwork.parse("0.0.0.0/0")));
    assertTrue(shared.overlaps(IpNetwork.parse("0.0.0.0/0")));
    assertFalse(shared.contains(IpAddress.parse("::1")));
    assertThrows(IllegalArgumentException.class, () -> IpNetwork.parse("10.0.0.0/33"));
    assertThrows(IllegalArgumentException.class, () -> IpNetwork.parse("10.0.0.0/"));
  }
}
