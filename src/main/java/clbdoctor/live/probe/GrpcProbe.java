package clbdoctor.live.probe;

import clbdoctor.collect.probe.ProbeBuilder;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Vantage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncRequester;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2RequesterBootstrap;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A gRPC call by HTTP/2 with prior knowledge, RFC 9113 §3.3; the message is empty, as that of <a
 * href="https://github.com/grpc/grpc/blob/master/doc/health-checking.md">a health check of the
 * whole server</a>. What counts is {@code grpc-status} in the trailers, or in the headers when
 * nothing else follows.
 */
final class GrpcProbe {
  /** Not compressed, no bytes: the frame that each gRPC message has before it. */
  private static final byte[] EMPTY_MESSAGE = {0, 0, 0, 0, 0};

  /** Empty SETTINGS, and HEADERS of stream 1 with {@code :status: 200} that end it, RFC 9113 §6. */
  private static final byte[] ANSWER = {
    0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 1, 5, 0, 0, 0, 1, (byte) 0x88
  };

  private static final int REHEARSAL_MILLIS = 3000;
  private static final ContentType GRPC = ContentType.create("application/grpc");

  private final PlannedProbe plan;
  private final Deadline deadline;

  private GrpcProbe(PlannedProbe plan) {
    this.plan = plan;
    this.deadline = new Deadline(plan.waitMillis());
  }

  /**
   * Makes a call within this program, so that no probe's time is spent on loading what a first call
   * needs.
   */
  private static void prepare() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket rehearsal = new ServerSocket(0, 1, loopback)) {
      Thread server = new Thread(() -> answer(rehearsal), "rehearsal");
      server.setDaemon(true);
      server.start();
      IpAddress address = IpAddress.parse(loopback.getHostAddress());
      Payload.Call call = new Payload.Call("/");
      new GrpcProbe(
              new PlannedProbe(
                  Vantage.SERVER_TO_LOOPBACK,
                  address,
                  rehearsal.getLocalPort(),
                  REHEARSAL_MILLIS,
                  call))
          .answer(call);
    } catch (IOException | ExecutionException | TimeoutException e) {
      // The probe itself will take a little longer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write(ANSWER);
      client.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The call has ended.
    }
  }

  static List<Observed> send(PlannedProbe plan, Payload.Call call) {
    prepare();
    return new GrpcProbe(plan).send(call);
  }

  private List<Observed> send(Payload.Call call) {
    ProbeBuilder probe =
        new ProbeBuilder(ProbeMethod.GRPC, ProbeOutcome.ANSWERED)
            .port(Optional.of(plan.port()))
            .path(call.path());
    try {
      GrpcAnswer answer = answer(call);
      probe.status(Optional.of(answer.httpStatus())).grpcStatus(answer.grpcStatus());
    } catch (ExecutionException e) {
      probe.outcome(outcome(e.getCause()));
      oldAnswer()
          .ifPresent(text -> probe.outcome(ProbeOutcome.MALFORMED).answer(Optional.of(text)));
    } catch (TimeoutException | SocketTimeoutException e) {
      probe.outcome(ProbeOutcome.CONNECTED_SILENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
    return List.of(probe.latencyMillis(Optional.of(deadline.elapsedMillis())).build(plan.from()));
  }

  private GrpcAnswer answer(Payload.Call call)
      throws ExecutionException, TimeoutException, SocketTimeoutException, InterruptedException {
    HttpAsyncRequester requester =
        H2RequesterBootstrap.bootstrap()
            .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2)
            .setH2Config(H2Config.custom().setPushEnabled(false).build())
            .create();
    try {
      requester.start();
      Timeout left = Timeout.ofMilliseconds(deadline.leftMillis());
      return requester
          .execute(request(call), new GrpcAnswer.Reader(), left, null)
          .get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
    } finally {
      requester.close(CloseMode.IMMEDIATE);
    }
  }

  /** What a server of HTTP/1 says to the first bytes of HTTP/2, RFC 9113 §3.4. */
  private Optional<String> oldAnswer() {
    Payload first = new Payload.Custom(Bytes.of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), true);
    return TcpProbe.send(plan.carrying(first)).stream()
        .filter(Probe.class::isInstance)
        .flatMap(seen -> ((Probe) seen).answer().stream())
        .filter(answer -> answer.startsWith("HTTP/1."))
        .findFirst();
  }

  private AsyncRequestProducer request(Payload.Call call) {
    return AsyncRequestBuilder.post()
        .setHttpHost(new HttpHost("http", plan.address().toString(), plan.port()))
        .setPath(call.path())
        .addHeader("te", "trailers")
        .setEntity(EMPTY_MESSAGE, GRPC)
        .build();
  }

  private static ProbeOutcome outcome(Throwable failure) {
    if (failure instanceof SocketTimeoutException) {
      return ProbeOutcome.CONNECTED_SILENT;
    }
    if (failure instanceof ConnectionClosedException
        || failure instanceof java.net.SocketException reset
            && String.valueOf(reset.getMessage()).contains("reset")) {
      return ProbeOutcome.CLOSED_AT_ONCE;
    }
    return failure instanceof java.net.ConnectException connect
        ? ConnectFailure.outcome(connect)
        : ProbeOutcome.MALFORMED;
  }
}
