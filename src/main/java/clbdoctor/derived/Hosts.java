package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CloudProvider;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HostKind;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Probe;
import clbdoctor.fact.SentHost;
import clbdoctor.fact.Vantage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which Host the check sends. */
final class Hosts {
  private static final Pattern PORT = Pattern.compile(":\\d+$");

  private Hosts() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .check()
        .filter(HealthCheck::http)
        .ifPresent(
            check -> kind(situation).ifPresent(kind -> conclusions.add(new SentHost(kind), check)));
  }

  /** What is set; else what came from the check source; else what a vendor's documents promise. */
  static Optional<HostKind> kind(Situation situation) {
    return situation
        .check()
        .filter(HealthCheck::http)
        .flatMap(HealthCheck::domain)
        .map(Hosts::kindOf)
        .or(() -> seenFromCheckSource(situation))
        .or(() -> situation.provider().flatMap(Hosts::promised));
  }

  private static Optional<HostKind> promised(CloudProvider provider) {
    return switch (provider) {
      case AWS -> Optional.of(HostKind.ADDRESS);
      case ALIBABA -> Optional.of(HostKind.NONE);
      default -> Optional.empty();
    };
  }

  private static Optional<HostKind> seenFromCheckSource(Situation situation) {
    List<HostKind> seen =
        situation
            .facts()
            .of(Probe.class)
            .filter(probe -> probe.from() == Vantage.CHECK_SOURCE)
            .flatMap(probe -> probe.host().stream())
            .map(Hosts::kindOf)
            .distinct()
            .toList();
    return seen.size() == 1 ? Optional.of(seen.get(0)) : Optional.empty();
  }

  static HostKind kindOf(String host) {
    if (host.isBlank()) {
      return HostKind.NONE;
    }
    return IpAddress.tryParse(PORT.matcher(host).replaceFirst("")).isPresent()
            || IpAddress.tryParse(host).isPresent()
        ? HostKind.ADDRESS
        : HostKind.NAME;
  }

  /** The Host itself, without a port, where it is known. */
  static Optional<String> ofCheck(Situation situation) {
    Optional<String> set = situation.check().flatMap(HealthCheck::domain);
    return set.isEmpty() && kind(situation).equals(Optional.of(HostKind.ADDRESS))
        ? situation.backEnd().map(backEnd -> backEnd.privateAddress().toString())
        : set.map(Hosts::bare);
  }

  static String bare(String host) {
    return PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
  }
}
