package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CloudProvider;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HostKind;
import clbdoctor.fact.HttpAnswer;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Listener;
import clbdoctor.fact.Probe;
import clbdoctor.fact.Redirect;
import clbdoctor.fact.RedirectKind;
import clbdoctor.fact.SentHost;
import clbdoctor.fact.Vantage;
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
            check ->
                kind(situation, check)
                    .ifPresent(kind -> conclusions.add(new SentHost(kind), check)));
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

  /** Where nothing is set, only what a vendor's documents promise. */
  private static Optional<HostKind> kind(Situation situation, HealthCheck check) {
    if (check.domain().isPresent()) {
      String domain = check.domain().get().strip();
      return Optional.of(
          domain.isEmpty() ? HostKind.NONE : isAddress(domain) ? HostKind.ADDRESS : HostKind.NAME);
    }
    return situation
        .listener()
        .flatMap(Listener::provider)
        .flatMap(
            provider ->
                provider == CloudProvider.AWS
                    ? Optional.of(HostKind.ADDRESS)
                    : provider == CloudProvider.ALIBABA
                        ? Optional.of(HostKind.NONE)
                        : Optional.empty());
  }

  private static boolean isAddress(String host) {
    return IpAddress.tryParse(host.replaceFirst(":\\d+$", "")).isPresent()
        || IpAddress.tryParse(host).isPresent();
  }

  private static Optional<Redirect> redirect(Situation situation, Probe probe) {
    if (probe.location().isEmpty()) {
      return Optional.empty();
    }
    String location = probe.location().get();
    Optional<String> sent =
        probe.host().or(() -> situation.check().flatMap(HealthCheck::domain)).map(Hosts::bare);
    return kind(location, sent).map(kind -> new Redirect(kind, location));
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
