package clbdoctor.live.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Vantage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Needs root and tcpdump, which `.ci/run` installs; the lab has connections that are prohibited.
 */
@Tag("kernel")
class ProhibitionTest {

  @Test
  void withoutAnAnswerOfAFilterNothingIsProhibited() throws Exception {
    assertEquals("root", System.getProperty("user.name"), "this test needs root");
    assertEquals(0, new ProcessBuilder("tcpdump", "--version").start().waitFor());
    PlannedProbe plan =
        new PlannedProbe(
            Vantage.SERVER_TO_LOOPBACK,
            IpAddress.parse("127.0.0.1"),
            closedPort(),
            1000,
            new Payload.Nothing());
    assertFalse(Prohibition.of(plan));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
