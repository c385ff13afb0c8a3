package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CloudProvider;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HostKind;
import clbdoctor.fact.HttpAnswer;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Probe;
import clbdoctor.fact.Redirect;
import clbdoctor.fact.RedirectKind;
import clbdoctor.fact.SentHost;
import clbdoctor.fact.Vantage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Host the check sends, and to which one it is redirected. */
final class Hosts {
  private static final Pattern ABSOLUTE =
      Pattern.compile("(https?)://([^/:?#]+|\\[[^]]*])(?::\\d+)?([^?#]*).*");
  private static final Pattern LOGIN =
      Pattern.compile("(?i).*[/._-](log-?in|sign-?in|sso|oauth2?|authorize|saml|cas)([/._?-].*|$)");

  private Hosts() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .check()
        .filter(HealthCheck::http)
        .ifPresent(
            check -> kind(situation).ifPresent(kind -> conclusions.add(new SentHost(kind), check)));
    situation
        .facts()
        .of(HttpAnswer.class)
        .filter(a -> a.sameRequest() && a.from() != Vantage.SERVER_TO_LOOPBACK)
        .forEach(answer -> redirects(situation, answer, conclusions));
  }

  private static void redirects(Situation situation, HttpAnswer answer, Conclusions conclusions) {
    situation.facts().observedBehind(answer).stream()
        .filter(Probe.class::isInstance)
        .map(Probe.class::cast)
        .forEach(
            probe -> redirect(situation, probe).ifPresent(found -> conclusions.add(found, answer)));
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
    return IpAddress.tryParse(host.replaceFirst(":\\d+$", "")).isPresent()
            || IpAddress.tryParse(host).isPresent()
        ? HostKind.ADDRESS
        : HostKind.NAME;
  }

  private static Optional<Redirect> redirect(Situation situation, Probe probe) {
    if (probe.location().isEmpty()) {
      return Optional.empty();
    }
    String location = probe.location().get();
    Optional<String> sent = probe.host().or(() -> ofCheck(situation)).map(Hosts::bare);
    return kind(location, sent).map(kind -> new Redirect(kind, location));
  }

  private static Optional<String> ofCheck(Situation situation) {
    Optional<String> set = situation.check().flatMap(HealthCheck::domain);
    return set.isEmpty() && kind(situation).equals(Optional.of(HostKind.ADDRESS))
        ? situation.backEnd().map(backEnd -> backEnd.privateAddress().toString())
        : set;
  }

  private static Optional<RedirectKind> kind(String location, Optional<String> sent) {
    if (LOGIN.matcher(location).matches()) {
      return Optional.of(RedirectKind.LOGIN);
    }
    Matcher absolute = ABSOLUTE.matcher(location);
    if (!absolute.matches()) {
      return Optional.of(RedirectKind.OTHER_PATH);
    }
    if (sent.isEmpty() || sent.get().isEmpty()) {
      return Optional.empty();
    }
    if (!bare(absolute.group(2)).equals(sent.get())) {
      return Optional.of(RedirectKind.OTHER_HOST);
    }
    return Optional.of(
        absolute.group(1).equals("https") ? RedirectKind.TO_TLS : RedirectKind.OTHER_PATH);
  }

  private static String bare(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
  }
}
