package clbdoctor.live.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.GivenFacts;
import clbdoctor.fact.Facts;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Vantage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent, shown before anything is. */
class PlanTest {

  @Test
  void anHttpCheckIsSentAsItIsAndThenWithOnePartChanged() {
    assertEquals(
        List.of(
            "connect to 10.0.0.10:80/TCP, up to 2000 ms, from a peer in the subnet",
            "10.0.0.10:80: GET /health.html HTTP/1.1, Host www.example.com, User-Agent"
                + " clb-healthcheck (clb-doctor), up to 4000 ms, from a peer in the subnet"),
        plan("{ method: HTTP, timeoutSeconds: 2, path: /health.html, domain: www.example.com,"
                + " httpMethod: GET, httpVersion: HTTP/1.1 }")
            .lines()
            .subList(0, 2));
  }

  @Test
  void aUdpCheckIsAnEchoAndADatagram() {
    assertEquals(
        List.of(
            "ping 10.0.0.10, up to 3000 ms, from a peer in the subnet",
            "datagram to 10.0.0.10:80/UDP: HEALTH CHECK, up to 3000 ms, from a peer in the subnet"),
        plan("{ method: UDP_PORT, timeoutSeconds: 3 }").lines());
  }

  @Test
  void anotherPortOfTheCheckIsThePortThatCounts() {
    assertEquals(
        List.of("connect to 10.0.0.10:8080/TCP, up to 2000 ms, from a peer in the subnet"),
        plan("{ method: TCP, port: 8080 }").lines());
  }

  private static Plan plan(String check) {
    Facts facts =
        GivenFacts.of("backEnd: { privateAddress: 10.0.0.10, port: 80 }\nhealthCheck: " + check);
    return Probes.plan(Vantage.PEER, IpAddress.parse("10.0.0.10"), facts.all());
  }
}
