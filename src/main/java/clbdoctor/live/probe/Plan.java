package clbdoctor.live.probe;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.Fact;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Vantage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be sent.
 *
 * @param first sent at once, behind a connection one after the other, so that a server with a
 *     single worker is not slowed down by the test itself: what the check does
 * @param ifNotAccepted sent after an answer that is no success, or when the check would have given
 *     up: the check's request with one part changed, which tells causes apart
 */
public record Plan(List<PlannedProbe> first, List<PlannedProbe> ifNotAccepted) {

  /** An answer that comes later than the check waits is still worth to be seen. */
  private static final int PATIENCE = 2;

  public Plan {
    first = List.copyOf(first);
    ifNotAccepted = List.copyOf(ifNotAccepted);
  }

  /** The longest that one of them waits; all together take no longer. */
  public int limitMillis() {
    return Stream.concat(first.stream(), ifNotAccepted.stream())
        .mapToInt(PlannedProbe::waitMillis)
        .max()
        .orElse(0);
  }

  /** When the check gives up: from then on the changed requests are worth sending. */
  int patienceMillis() {
    return ifNotAccepted.isEmpty() ? limitMillis() : ifNotAccepted.get(0).waitMillis();
  }

  /** Whether it begins with a connection, without which nothing else can be sent. */
  boolean oneByOne() {
    return !first.isEmpty() && first.get(0).payload() instanceof Payload.Nothing;
  }

  /** All of it, as lines of text. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    first.forEach(probe -> lines.add(probe.toString()));
    ifNotAccepted.forEach(probe -> lines.add("if that is no success: " + probe));
    return lines;
  }

  /**
   * The probes of the port from one place.
   *
   * @param facts of which the back end, listener and health check count
   */
  static Plan from(Vantage from, IpAddress address, Collection<? extends Fact> facts) {
    Aim aim = Aim.of(facts);
    int port = aim.port().orElseThrow(() -> new IllegalArgumentException("no port is known"));
    PlannedProbe connect =
        new PlannedProbe(from, address, port, aim.timeoutMillis(), new Payload.Nothing());
    return switch (aim.method()) {
      case TCP -> new Plan(List.of(connect), List.of());
      case GRPC -> grpc(connect, aim);
      case HTTP, HTTPS -> http(connect, aim);
      case TLS ->
          new Plan(
              List.of(connect, connect.carrying(new Payload.Tls(aim.serverName()))), List.of());
      case PING -> new Plan(List.of(connect.carrying(new Payload.Echo())), List.of());
      case UDP_PORT ->
          new Plan(
              List.of(
                  connect.carrying(new Payload.Echo()),
                  connect.carrying(new Payload.Datagram(aim.bytes()))),
              List.of());
      case CUSTOM -> custom(connect, aim);
    };
  }

  private static Plan grpc(PlannedProbe connect, Aim aim) {
    Payload call = new Payload.Call(aim.grpcPath());
    PlannedProbe own =
        new PlannedProbe(
            connect.from(),
            connect.address(),
            connect.port(),
            PATIENCE * connect.waitMillis(),
            call);
    return new Plan(List.of(connect, own), List.of());
  }

  private static Plan custom(PlannedProbe connect, Aim aim) {
    PlannedProbe bytes = connect.carrying(new Payload.Custom(aim.bytes(), !aim.overUdp()));
    return new Plan(aim.overUdp() ? List.of(bytes) : List.of(connect, bytes), List.of());
  }

  private static Plan http(PlannedProbe connect, Aim aim) {
    if (connect.from() == Vantage.SERVER_TO_LOOPBACK) {
      return new Plan(List.of(connect), List.of());
    }
    Payload.Request own = aim.request(connect.address());
    PlannedProbe request =
        new PlannedProbe(
            connect.from(),
            connect.address(),
            connect.port(),
            PATIENCE * connect.waitMillis(),
            own);
    return new Plan(
        List.of(connect, request),
        variants(own, connect.address(), aim).stream().map(connect::carrying).toList());
  }

  private static List<Payload> variants(Payload.Request own, IpAddress address, Aim aim) {
    List<Payload> variants = new ArrayList<>();
    variants.add(own.with(own.method() == HttpMethod.HEAD ? HttpMethod.GET : HttpMethod.HEAD));
    if (aim.check().flatMap(c -> c.httpVersion()).isPresent()) {
      boolean old = own.version() == HttpVersion.HTTP_1_0;
      variants.add(own.with(old ? HttpVersion.HTTP_1_1 : HttpVersion.HTTP_1_0));
    }
    if (aim.check().flatMap(c -> c.domain()).isPresent()) {
      String literal =
          address.family() == AddressFamily.IPV6 ? "[" + address + "]" : address.toString();
      variants.add(own.withHost(Optional.of(literal)));
      if (own.host().isPresent()) {
        variants.add(own.withHost(Optional.empty()));
      }
    }
    if (!own.path().equals("/")) {
      variants.add(own.withPath("/"));
    }
    variants.addAll(schemes(own, aim));
    return variants;
  }

  private static List<Payload> schemes(Payload.Request own, Aim aim) {
    if (own.tls().isEmpty()) {
      return List.of(own.withTls(Optional.of(new Payload.Tls(aim.serverName()))));
    }
    List<Payload> schemes = new ArrayList<>(List.of(own.withTls(Optional.empty())));
    if (aim.serverName().isPresent()) {
      schemes.add(new Payload.Tls(Optional.empty()));
    }
    return schemes;
  }
}
