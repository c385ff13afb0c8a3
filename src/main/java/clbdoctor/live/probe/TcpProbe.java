package clbdoctor.live.probe;

import clbdoctor.collect.probe.ProbeBuilder;
import clbdoctor.fact.Observed;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Vantage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A probe over a TCP connection. */
final class TcpProbe {
  private static final int AT_ONCE_MILLIS = 1000;

  private static final Pattern SUCCESS = Pattern.compile("HTTP/[0-9.]+ 2");

  private final PlannedProbe plan;
  private final Deadline deadline;
  private final List<Supplier<? extends Observed>> besides = new ArrayList<>();

  private TcpProbe(PlannedProbe plan) {
    this.plan = plan;
    this.deadline = new Deadline(plan.waitMillis());
  }

  /** What came back; the probe stands first. */
  static List<Observed> send(PlannedProbe plan) {
    if (plan.overTls()) {
      Handshake.prepare();
    }
    return new TcpProbe(plan).send();
  }

  private List<Observed> send() {
    ProbeBuilder probe = started();
    Optional<ProbeOutcome> failure = Optional.empty();
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(plan.address().toString(), plan.port()), deadline.leftMillis());
      connected(socket, probe);
    } catch (SocketTimeoutException e) {
      probe.outcome(ProbeOutcome.TIMED_OUT);
    } catch (IOException e) {
      failure = Optional.of(ConnectFailure.outcome(e));
    }
    probe.latencyMillis(Optional.of(deadline.elapsedMillis()));
    failure.map(this::told).ifPresent(probe::outcome);
    List<Observed> seen = new ArrayList<>();
    seen.add(probe.build(plan.from()));
    besides.forEach(one -> seen.add(one.get()));
    return seen;
  }

  /** A host that is really unreachable is so after seconds only, when nobody answers ARP. */
  private ProbeOutcome told(ProbeOutcome failure) {
    return failure == ProbeOutcome.UNREACHABLE
            && deadline.elapsedMillis() < AT_ONCE_MILLIS
            && Prohibition.of(plan)
        ? ProbeOutcome.PROHIBITED
        : failure;
  }

  private ProbeBuilder started() {
    ProbeBuilder probe =
        new ProbeBuilder(method(), ProbeOutcome.CONNECTED).port(Optional.of(plan.port()));
    if (plan.payload() instanceof Payload.Request request) {
      probe.request(request.method(), request.version(), request.host().orElse(""), request.path());
      request.tls().ifPresent(tls -> named(probe, tls));
    } else if (plan.payload() instanceof Payload.Tls tls) {
      named(probe, tls);
    }
    return probe;
  }

  private static void named(ProbeBuilder probe, Payload.Tls tls) {
    probe.tls(Optional.of(tls.serverName().orElse("")), Optional.empty(), Optional.empty());
  }

  private ProbeMethod method() {
    if (plan.payload() instanceof Payload.Request request) {
      return request.tls().isPresent() ? ProbeMethod.HTTPS : ProbeMethod.HTTP;
    }
    if (plan.payload() instanceof Payload.Tls) {
      return ProbeMethod.TLS;
    }
    return plan.payload() instanceof Payload.Custom ? ProbeMethod.CUSTOM : ProbeMethod.CONNECT;
  }

  private void connected(Socket socket, ProbeBuilder probe) {
    if (plan.payload() instanceof Payload.Request request) {
      Optional<Socket> through =
          request.tls().isEmpty() ? Optional.of(socket) : handshake(socket, request.tls(), probe);
      through
          .flatMap(s -> Exchange.http(s, request.bytes(), deadline, probe))
          .filter(head -> SUCCESS.matcher(head).lookingAt() && onServer())
          .flatMap(head -> ServedPage.of(request.path(), head))
          .ifPresent(page -> besides.add(() -> page));
    } else if (plan.payload() instanceof Payload.Tls tls) {
      handshake(socket, Optional.of(tls), probe)
          .ifPresent(done -> probe.outcome(ProbeOutcome.ANSWERED));
    } else if (plan.payload() instanceof Payload.Custom custom) {
      Exchange.bytes(socket, custom.bytes().array(), deadline, probe);
    }
  }

  /** Only there nobody stands between who might have made the answer. */
  private boolean onServer() {
    return plan.from() == Vantage.SERVER_TO_LOOPBACK || plan.from() == Vantage.SERVER_TO_PRIVATE;
  }

  private Optional<Socket> handshake(Socket socket, Optional<Payload.Tls> tls, ProbeBuilder probe) {
    Handshake.Result result = Handshake.over(socket, plan, tls.orElseThrow(), deadline, probe);
    result.server().ifPresent(besides::add);
    return result.socket();
  }
}
