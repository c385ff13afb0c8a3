package clbdoctor.derived;

import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.RequestPart;
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
    if (differs(situation, probe, Requests::host, check.flatMap(Requests::domain))) {
      differences.add(RequestPart.HOST);
    }
    if (differs(situation, probe, Probe::httpMethod, method(situation))) {
      differences.add(RequestPart.METHOD);
    }
    if (differs(situation, probe, Probe::httpVersion, check.flatMap(HealthCheck::httpVersion))) {
      differences.add(RequestPart.VERSION);
    }
    return differences;
  }

  private static <T> boolean differs(
      Situation situation, Probe probe, Function<Probe, Optional<T>> part, Optional<T> ofCheck) {
    Optional<T> sent = part.apply(probe);
    return sent.isPresent()
        && (ofCheck.isPresent() ? !sent.equals(ofCheck) : varied(situation, part));
  }

  private static <T> boolean varied(Situation situation, Function<Probe, Optional<T>> part) {
    return requests(situation.facts().of(Probe.class).toList()).map(part).distinct().count() > 1;
  }

  private static java.util.stream.Stream<Probe> requests(java.util.List<Probe> probes) {
    return probes.stream()
        .filter(p -> p.method() == ProbeMethod.HTTP || p.method() == ProbeMethod.HTTPS);
  }

  private static boolean otherScheme(Optional<HealthCheck> check, Probe probe) {
    return check
        .map(HealthCheck::method)
        .filter(m -> m == CheckMethod.HTTP || m == CheckMethod.HTTPS)
        .map(m -> (m == CheckMethod.HTTPS) != (probe.method() == ProbeMethod.HTTPS))
        .orElse(false);
  }

  private static Optional<String> host(Probe probe) {
    return probe.host().map(host -> host.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> domain(HealthCheck check) {
    return check.domain().map(domain -> domain.toLowerCase(Locale.ROOT));
  }

  /** When nobody set it, the API sends HEAD; that counts only where tests tried both. */
  private static Optional<HttpMethod> method(Situation situation) {
    Optional<HttpMethod> set = situation.check().flatMap(HealthCheck::httpMethod);
    return set.isEmpty() && varied(situation, Probe::httpMethod)
        ? Optional.of(HttpMethod.HEAD)
        : set;
  }
}
