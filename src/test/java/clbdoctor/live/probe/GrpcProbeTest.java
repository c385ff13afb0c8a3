package clbdoctor.live.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Vantage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.BasicResponseProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.junit.jupiter.api.Test;

/** gRPC calls of real sockets on loopback. */
class GrpcProbeTest {
  private static final String CHECK = "/grpc.health.v1.Health/Check";

  /** Answers every call: an unknown method at once, a known one by a message and its trailers. */
  private static final class Health
      implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {
    @Override
    public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(
        HttpRequest request, org.apache.hc.core5.http.EntityDetails entity, HttpContext context) {
      return new BasicRequestConsumer<>(new BasicAsyncEntityConsumer());
    }

    @Override
    public void handle(
        Message<HttpRequest, byte[]> message, ResponseTrigger trigger, HttpContext context)
        throws org.apache.hc.core5.http.HttpException, IOException {
      BasicHttpResponse response = new BasicHttpResponse(200);
      response.addHeader("content-type", "application/grpc");
      boolean known = message.getHead().getRequestUri().equals(CHECK);
      if (!known) {
        response.addHeader("grpc-status", "12");
      }
      trigger.submitResponse(
          new BasicResponseProducer(response, known ? new Serving() : null), context);
    }
  }

  /** The message that says SERVING, and status 0 behind it. */
  private static final class Serving implements AsyncEntityProducer {
    private final ByteBuffer message = ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 2, 8, 1});

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
      channel.write(message);
      if (!message.hasRemaining()) {
        channel.endStream(List.of(new BasicHeader("grpc-status", "0")));
      }
    }

    @Override
    public int available() {
      return message.remaining();
    }

    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public String getContentType() {
      return null;
    }

    @Override
    public String getContentEncoding() {
      return null;
    }

    @Override
    public boolean isChunked() {
      return true;
    }

    @Override
    public Set<String> getTrailerNames() {
      return Set.of("grpc-status");
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }

    @Override
    public void failed(Exception cause) {}

    @Override
    public void releaseResources() {}
  }

  @Test
  void theStatusStandsInTheTrailers() throws Exception {
    Probe probe = called(CHECK);
    assertEquals(ProbeOutcome.ANSWERED, probe.outcome());
    assertEquals(Optional.of(200), probe.status());
    assertEquals(Optional.of(0), probe.grpcStatus());
  }

  @Test
  void withoutAMessageTheStatusStandsInTheHeaders() throws Exception {
    assertEquals(Optional.of(12), called("/").grpcStatus());
  }

  @Test
  void aServerOfHttp1AnswersOtherBytes() throws IOException {
    assertEquals(ProbeOutcome.MALFORMED, raw("HTTP/1.1 400 Bad Request\r\n\r\n").outcome());
  }

  @Test
  void aServerThatHangsUpClosesAtOnce() throws IOException {
    assertEquals(ProbeOutcome.CLOSED_AT_ONCE, raw("").outcome());
  }

  private static Probe called(String path) throws Exception {
    HttpAsyncServer server =
        H2ServerBootstrap.bootstrap()
            .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2)
            .setCanonicalHostName("127.0.0.1")
            .register("*", new Health())
            .create();
    try {
      server.start();
      ListenerEndpoint endpoint =
          server
              .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), URIScheme.HTTP)
              .get();
      return call(((InetSocketAddress) endpoint.getAddress()).getPort(), path);
    } finally {
      server.close(CloseMode.IMMEDIATE);
    }
  }

  private static Probe raw(String answer) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                answerOnce(server, answer);
                answerOnce(server, answer);
              });
      thread.start();
      return call(server.getLocalPort(), "/");
    }
  }

  private static void answerOnce(ServerSocket server, String answer) {
    try (Socket client = server.accept()) {
      client.getInputStream().read(new byte[4096]);
      client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // The probe has closed the connection.
    }
  }

  private static Probe call(int port, String path) {
    PlannedProbe planned =
        new PlannedProbe(
            Vantage.SERVER_TO_LOOPBACK,
            IpAddress.parse("127.0.0.1"),
            port,
            10_000,
            new Payload.Call(path));
    return (Probe) Probes.send(planned).get(0);
  }
}
