package clbdoctor.live.probe;

import clbdoctor.fact.BackEnd;
import clbdoctor.fact.BackEndProtocol;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CloudProvider;
import clbdoctor.fact.ContextEncoding;
import clbdoctor.fact.Fact;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Listener;
import clbdoctor.fact.ListenerProtocol;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/** What the check sends and where to, as far as facts tell; the rest as vendors document it. */
record Aim(Optional<BackEnd> backEnd, Optional<Listener> listener, Optional<HealthCheck> check) {
  private static final String USER_AGENT = "clb-healthcheck (clb-doctor)";
  private static final int DEFAULT_TIMEOUT_SECONDS = 2;
  private static final String MARK = "HEALTH CHECK";

  static Aim of(Collection<? extends Fact> facts) {
    return new Aim(
        first(facts, BackEnd.class), first(facts, Listener.class), first(facts, HealthCheck.class));
  }

  Optional<Integer> port() {
    return check.flatMap(HealthCheck::port).or(() -> backEnd.map(BackEnd::port));
  }

  int timeoutMillis() {
    return 1000
        * Math.max(1, check.flatMap(HealthCheck::timeoutSeconds).orElse(DEFAULT_TIMEOUT_SECONDS));
  }

  /** TCP when nothing tells: whatever else a check does, it connects. */
  CheckMethod method() {
    return check
        .map(HealthCheck::method)
        .or(() -> listener.map(Aim::usual))
        .orElse(CheckMethod.TCP);
  }

  private static CheckMethod usual(Listener listener) {
    BackEndProtocol protocol = listener.backEndProtocol().orElse(BackEndProtocol.HTTP);
    return switch (listener.protocol()) {
      case UDP -> CheckMethod.PING;
      case TCP, TCP_SSL, QUIC -> CheckMethod.TCP;
      case HTTP, HTTPS ->
          switch (protocol) {
            case HTTP -> CheckMethod.HTTP;
            case HTTPS -> CheckMethod.HTTPS;
            case GRPC -> CheckMethod.GRPC;
          };
    };
  }

  /** The request of the check; what nobody set is as the vendor's documents have it. */
  Payload.Request request(IpAddress address) {
    HttpVersion version =
        check
            .flatMap(HealthCheck::httpVersion)
            .filter(v -> v != HttpVersion.HTTP_2)
            .orElse(HttpVersion.HTTP_1_1);
    Optional<String> domain =
        check.flatMap(HealthCheck::domain).or(() -> Optional.of(address.toString()));
    Optional<String> host = domain.filter(d -> !d.isBlank());
    return new Payload.Request(
        httpMethod(),
        version,
        host,
        check.flatMap(HealthCheck::path).orElse("/"),
        USER_AGENT,
        method() == CheckMethod.HTTPS
            ? Optional.of(new Payload.Tls(serverName()))
            : Optional.empty());
  }

  /** AWS calls a method that no server has; so does, by its root, who sets nothing elsewhere. */
  String grpcPath() {
    boolean aws = listener.flatMap(Listener::provider).equals(Optional.of(CloudProvider.AWS));
    return check.flatMap(HealthCheck::path).orElse(aws ? "/AWS.ALB/healthcheck" : "/");
  }

  /** Tencent's API sends HEAD when nobody sets anything, others GET. */
  private HttpMethod httpMethod() {
    CloudProvider provider = listener.flatMap(Listener::provider).orElse(CloudProvider.TENCENT);
    boolean head = provider == CloudProvider.TENCENT || provider == CloudProvider.ALIBABA;
    return check.flatMap(HealthCheck::httpMethod).orElse(head ? HttpMethod.HEAD : HttpMethod.GET);
  }

  /** A name, never an address: RFC 6066 §3. */
  Optional<String> serverName() {
    return check
        .flatMap(HealthCheck::domain)
        .map(domain -> domain.replaceFirst(":\\d+$", ""))
        .filter(name -> name.matches("([A-Za-z0-9_-]+\\.)+[A-Za-z][A-Za-z0-9-]*"));
  }

  boolean overUdp() {
    return listener.map(l -> l.protocol() == ListenerProtocol.UDP).orElse(false);
  }

  /** The bytes of a custom check; of another the words that mark a probe of layer 4. */
  Bytes bytes() {
    Optional<String> sends = check.flatMap(HealthCheck::sends);
    boolean hex =
        check.flatMap(HealthCheck::encoding).filter(e -> e == ContextEncoding.HEX).isPresent()
            && sends.map(HealthCheck::hex).orElse(false);
    return hex
        ? Bytes.of(HexFormat.of().parseHex(sends.get()))
        : Bytes.of(sends.orElse(method() == CheckMethod.CUSTOM ? "" : MARK));
  }

  private static <T extends Fact> Optional<T> first(
      Collection<? extends Fact> facts, Class<T> type) {
    for (Fact fact : facts) {
      if (type.isInstance(fact)) {
        return Optional.of(type.cast(fact));
      }
    }
    return Optional.empty();
  }
}
