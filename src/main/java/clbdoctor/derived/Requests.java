package clbdoctor.derived;

import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CloudProvider;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HostKind;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.RequestPart;
import clbdoctor.fact.Vantage;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * In what the request of a probe differs from the request of the check. What a probe leaves out is
 * as the check sends it. Where nobody knows what the check sends, a part counts as changed when the
 * probes of the report do not agree in it.
 */
final class Requests {
  private static final String DEFAULT_PATH = "/";

  private Requests() {}

  static Set<RequestPart> differences(Situation situation, Probe probe) {
    Set<RequestPart> differences = EnumSet.noneOf(RequestPart.class);
    Optional<HealthCheck> check = situation.check();
    if (otherScheme(check, probe)) {
      differences.add(RequestPart.SCHEME);
    }
    Optional<String> path = check.map(c -> c.path().orElse(DEFAULT_PATH));
    if (differs(situation, probe, Probe::path, path)) {
      differences.add(RequestPart.PATH);
    }
    if (otherHost(situation, probe)) {
      differences.add(RequestPart.HOST);
    }
    if (differs(situation, probe, Probe::httpMethod, method(situation))) {
      differences.add(RequestPart.METHOD);
    }
    if (differs(situation, probe, Probe::httpVersion, version(situation, probe))) {
      differences.add(RequestPart.VERSION);
    }
    return differences;
  }

  /** What is sent from the check source is what the check sends, when nobody knows better. */
  private static <T> boolean differs(
      Situation situation, Probe probe, Function<Probe, Optional<T>> part, Optional<T> ofCheck) {
    Optional<T> sent = part.apply(probe);
    if (sent.isEmpty() || ofCheck.isPresent()) {
      return sent.isPresent() && !sent.equals(ofCheck);
    }
    return probe.from() != Vantage.CHECK_SOURCE && varied(situation, part);
  }

  private static <T> boolean varied(Situation situation, Function<Probe, Optional<T>> part) {
    return situation
            .facts()
            .of(Probe.class)
            .filter(p -> p.method() == ProbeMethod.HTTP || p.method() == ProbeMethod.HTTPS)
            .map(part)
            .distinct()
            .count()
        > 1;
  }

  /** Of a Host that nobody set, the kind may be known: an address, or none. */
  private static boolean otherHost(Situation situation, Probe probe) {
    Optional<String> set = situation.check().flatMap(HealthCheck::domain).map(Requests::lower);
    Optional<HostKind> kind = Hosts.kind(situation);
    if (set.isEmpty() && kind.isPresent() && kind.get() != HostKind.NAME) {
      return probe.host().map(Hosts::kindOf).filter(sent -> sent != kind.get()).isPresent();
    }
    return differs(situation, probe, p -> p.host().map(Requests::lower), set);
  }

  private static String lower(String host) {
    return host.toLowerCase(Locale.ROOT);
  }

  private static boolean otherScheme(Optional<HealthCheck> check, Probe probe) {
    return check
        .map(HealthCheck::method)
        .filter(m -> m == CheckMethod.HTTP || m == CheckMethod.HTTPS)
        .map(m -> (m == CheckMethod.HTTPS) != (probe.method() == ProbeMethod.HTTPS))
        .orElse(false);
  }

  /** Who notes the version of one request only did not mean to say that it is another one. */
  private static Optional<HttpVersion> version(Situation situation, Probe probe) {
    return situation
        .check()
        .flatMap(HealthCheck::httpVersion)
        .or(() -> oneVersion(situation) ? probe.httpVersion() : Optional.empty());
  }

  private static boolean oneVersion(Situation situation) {
    return situation
            .facts()
            .of(Probe.class)
            .flatMap(probe -> probe.httpVersion().stream())
            .distinct()
            .count()
        == 1;
  }

  /**
   * What is set; else what a vendor's documents promise. Tencent's API sends HEAD and its console
   * sets GET, so HEAD counts only where tests tried both.
   */
  static Optional<HttpMethod> method(Situation situation) {
    return situation
        .check()
        .flatMap(HealthCheck::httpMethod)
        .or(() -> situation.provider().flatMap(Requests::promised))
        .or(
            () ->
                varied(situation, Probe::httpMethod)
                    ? Optional.of(HttpMethod.HEAD)
                    : Optional.empty());
  }

  private static Optional<HttpMethod> promised(CloudProvider provider) {
    return switch (provider) {
      case AWS, GCP, AZURE, HUAWEI -> Optional.of(HttpMethod.GET);
      case ALIBABA -> Optional.of(HttpMethod.HEAD);
      case TENCENT, OTHER -> Optional.empty();
    };
  }
}
