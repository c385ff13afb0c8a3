package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CheckParameter;
import clbdoctor.fact.Fact;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.Listener;
import clbdoctor.fact.ListenerProtocol;
import clbdoctor.fact.ParameterOutOfRange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which parameters the load balancer does not allow, after the API reference of Tencent CLB
 * (HealthCheck): timeout 2-60 s, interval 2-300 s (5-300 s with IPv6), thresholds 2-10, path up to
 * 200 characters, domain up to 80.
 */
final class Parameters {
  private static final Pattern PATH = Pattern.compile("/[a-zA-Z0-9._/=?-]{0,199}");
  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9.-]{1,80}");

  private Parameters() {}

  static void derive(Situation situation, Conclusions conclusions) {
    if (situation.check().isEmpty() || !situation.listener().map(Listener::tencent).orElse(true)) {
      return;
    }
    HealthCheck check = situation.check().get();
    List<Fact> premises = new ArrayList<>(List.of(check));
    situation.listener().ifPresent(premises::add);
    for (ParameterOutOfRange problem : problems(check, situation)) {
      conclusions.add(problem, premises);
    }
  }

  private static List<ParameterOutOfRange> problems(HealthCheck check, Situation situation) {
    List<ParameterOutOfRange> found = new ArrayList<>();
    Optional<Listener> listener = situation.listener();
    boolean ipv6 =
        listener.flatMap(Listener::addressFamily).equals(Optional.of(AddressFamily.IPV6));
    number(CheckParameter.TIMEOUT, check.timeoutSeconds(), 2, 60, " s", found);
    number(CheckParameter.INTERVAL, check.intervalSeconds(), ipv6 ? 5 : 2, 300, " s", found);
    number(CheckParameter.HEALTHY_THRESHOLD, check.healthyThreshold(), 2, 10, "", found);
    number(CheckParameter.UNHEALTHY_THRESHOLD, check.unhealthyThreshold(), 2, 10, "", found);
    text(
        CheckParameter.PATH,
        check.path(),
        PATH,
        "/ and up to 199 of a-z A-Z 0-9 . - _ / = ?",
        found);
    text(
        CheckParameter.DOMAIN,
        check.domain().filter(domain -> !domain.isEmpty()),
        DOMAIN,
        "a fixed name of up to 80 of a-z 0-9 . -, no wildcard",
        found);
    listener.ifPresent(
        l -> {
          method(check, l, ipv6, found);
          port(check, l, situation.backEnd(), found);
          version(check, l, found);
        });
    return found;
  }

  private static void method(
      HealthCheck check, Listener listener, boolean ipv6, List<ParameterOutOfRange> found) {
    Set<CheckMethod> allowed = methods(listener.protocol(), ipv6);
    if (!allowed.contains(check.method())) {
      found.add(
          new ParameterOutOfRange(
              CheckParameter.METHOD,
              check.method().name(),
              "one of "
                  + allowed
                  + " for "
                  + (ipv6 ? "an IPv6 " : "a ")
                  + listener.protocol()
                  + " listener"));
    }
  }

  /** A report may well name the back-end port where the console shows no port of the check. */
  private static void port(
      HealthCheck check,
      Listener listener,
      Optional<BackEnd> backEnd,
      List<ParameterOutOfRange> found) {
    boolean layer4 =
        listener.protocol() == ListenerProtocol.TCP || listener.protocol() == ListenerProtocol.UDP;
    check
        .port()
        .filter(port -> !layer4 && backEnd.map(b -> b.port() != port).orElse(false))
        .ifPresent(
            port ->
                found.add(
                    new ParameterOutOfRange(
                        CheckParameter.PORT,
                        "" + port,
                        "none: only TCP and UDP listeners have one")));
  }

  private static void version(
      HealthCheck check, Listener listener, List<ParameterOutOfRange> found) {
    check
        .httpVersion()
        .filter(v -> listener.protocol() == ListenerProtocol.TCP_SSL && v != HttpVersion.HTTP_1_1)
        .ifPresent(
            v ->
                found.add(
                    new ParameterOutOfRange(
                        CheckParameter.HTTP_VERSION,
                        v.toString(),
                        "HTTP/1.1 for a TCP_SSL listener")));
  }

  private static Set<CheckMethod> methods(ListenerProtocol protocol, boolean ipv6) {
    return switch (protocol) {
      case TCP ->
          ipv6
              ? EnumSet.of(CheckMethod.TCP)
              : EnumSet.of(CheckMethod.TCP, CheckMethod.HTTP, CheckMethod.CUSTOM);
      case UDP ->
          ipv6
              ? EnumSet.of(CheckMethod.PING)
              : EnumSet.of(CheckMethod.PING, CheckMethod.UDP_PORT, CheckMethod.CUSTOM);
      case TCP_SSL, QUIC -> EnumSet.of(CheckMethod.TCP, CheckMethod.HTTP);
      case HTTP -> EnumSet.of(CheckMethod.TCP, CheckMethod.HTTP, CheckMethod.GRPC);
      case HTTPS ->
          EnumSet.of(CheckMethod.TCP, CheckMethod.HTTP, CheckMethod.HTTPS, CheckMethod.GRPC);
    };
  }

  private static void number(
      CheckParameter parameter,
      Optional<Integer> value,
      int min,
      int max,
      String unit,
      List<ParameterOutOfRange> found) {
    value
        .filter(v -> v < min || v > max)
        .ifPresent(
            v -> found.add(new ParameterOutOfRange(parameter, v + unit, min + "-" + max + unit)));
  }

  private static void text(
      CheckParameter parameter,
      Optional<String> value,
      Pattern pattern,
      String allowed,
      List<ParameterOutOfRange> found) {
    value
        .filter(v -> !pattern.matcher(v).matches())
        .ifPresent(v -> found.add(new ParameterOutOfRange(parameter, v, allowed)));
  }
}
