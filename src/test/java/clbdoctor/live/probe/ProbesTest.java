package clbdoctor.live.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.GivenFacts;
import clbdoctor.fact.Facts;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Vantage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What probes of real sockets on loopback tell. */
class ProbesTest {
  private static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.1");

  /** What a server does with an accepted connection. */
  private interface Service {
    void serve(Socket client) throws IOException;
  }

  @Test
  void aStatusLineIsAnAnswer() {
    Probe probe = http(answering("HTTP/1.1 301 Moved\r\nLocation: https://a.example/\r\n\r\n"));
    assertEquals(ProbeOutcome.ANSWERED, probe.outcome());
    assertEquals(Optional.of(301), probe.status());
    assertEquals(Optional.of("https://a.example/"), probe.location());
  }

  @Test
  void anInterimStatusIsNotTheAnswer() {
    Probe probe = http(answering("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"));
    assertEquals(Optional.of(200), probe.status());
  }

  @Test
  void otherBytesAreKept() {
    Probe probe = http(answering("\u0015\u0003\u0001\u0000\u0002"));
    assertEquals(ProbeOutcome.MALFORMED, probe.outcome());
    assertEquals(Optional.of("\\x15\\x03\\x01\\x00\\x02"), probe.answer());
  }

  @Test
  void aConnectionWithoutAnAnswerIsClosedOrSilent() {
    assertEquals(ProbeOutcome.CLOSED_AT_ONCE, http(client -> {}).outcome());
    assertEquals(
        ProbeOutcome.CONNECTED_SILENT,
        http(client -> client.getInputStream().readAllBytes()).outcome());
  }

  @Test
  void plainHttpIsNoTls() {
    Probe probe =
        sent(answering("HTTP/1.1 400 Bad Request\r\n\r\n"), new Payload.Tls(Optional.empty()));
    assertEquals(ProbeMethod.TLS, probe.method());
    assertEquals(ProbeOutcome.TLS_FAILED, probe.outcome());
    assertEquals(Optional.of("Unsupported or unrecognized SSL message"), probe.tlsError());
  }

  @Test
  void closedPortsRefuse() throws IOException {
    int closed = closedPort();
    assertEquals(ProbeOutcome.REFUSED, send(closed, new Payload.Nothing()).outcome());
    assertEquals(
        ProbeOutcome.PORT_UNREACHABLE,
        send(closed, new Payload.Datagram(Bytes.of("HEALTH CHECK"))).outcome());
  }

  @Test
  void aConnectionThatFailsEndsThePlan() throws IOException {
    Facts facts =
        GivenFacts.of(
            "backEnd: { privateAddress: 127.0.0.1, port: "
                + closedPort()
                + " }\nhealthCheck: { method: HTTP }");
    Plan plan = Probes.plan(Vantage.SERVER_TO_PRIVATE, LOOPBACK, facts.all());
    assertTrue(plan.first().size() + plan.ifNotAccepted().size() > 3);
    assertEquals(1, Probes.send(plan, facts.all()).size());
  }

  private static Service answering(String answer) {
    return client -> {
      InputStream in = client.getInputStream();
      in.read(new byte[4096]);
      client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  private static Probe http(Service service) {
    return sent(
        service, Aim.of(GivenFacts.of("healthCheck: { method: HTTP }").all()).request(LOOPBACK));
  }

  private static Probe sent(Service service, Payload payload) {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> serve(server, service));
      thread.start();
      return send(server.getLocalPort(), payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(ServerSocket server, Service service) {
    try (Socket client = server.accept()) {
      service.serve(client);
    } catch (IOException e) {
      // The probe has closed the connection.
    }
  }

  private static Probe send(int port, Payload payload) {
    List<Observed> seen =
        Probes.send(new PlannedProbe(Vantage.SERVER_TO_LOOPBACK, LOOPBACK, port, 500, payload));
    return (Probe) seen.get(0);
  }

  /** Neither TCP nor UDP has it. */
  private static int closedPort() throws IOException {
    try (ServerSocket tcp = new ServerSocket(0);
        DatagramSocket udp = new DatagramSocket(tcp.getLocalPort())) {
      return udp.getLocalPort();
    }
  }
}
