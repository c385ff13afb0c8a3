package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.Redirect;
import clbdoctor.fact.RedirectKind;
import clbdoctor.fact.StatusSet;
import clbdoctor.fact.Vantage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the check's own request is redirected to. */
final class Redirects {
  /** What a redirect is taken for whose status nobody noted. */
  private static final int FOUND = 302;

  private static final Pattern ABSOLUTE =
      Pattern.compile("(https?)://([^/:?#]+|\\[[^]]*])(?::\\d+)?([^?#]*).*");
  private static final Pattern LOGIN =
      Pattern.compile("(?i).*[/._-](log-?in|sign-?in|sso|oauth2?|authorize|saml|cas)([/._?-].*|$)");

  private Redirects() {}

  static void derive(Situation situation, Conclusions conclusions) {
    if (!situation.mayCheckBy(CheckMethod.HTTP, CheckMethod.HTTPS)) {
      return;
    }
    for (Probe probe : situation.probes()) {
      if (probe.location().isPresent() && stands(situation, probe)) {
        redirect(situation, probe).ifPresent(found -> conclusions.add(found, probe));
      }
    }
  }

  /** Whether the probe stands for the check, and a redirect would fail it. */
  private static boolean stands(Situation situation, Probe probe) {
    boolean accepted =
        situation
            .check()
            .flatMap(HealthCheck::acceptedStatus)
            .filter((StatusSet set) -> set.accepts(probe.status().orElse(FOUND)))
            .isPresent();
    return (probe.method() == ProbeMethod.HTTP || probe.method() == ProbeMethod.HTTPS)
        && probe.from() != Vantage.SERVER_TO_LOOPBACK
        && situation.differences(probe).isEmpty()
        && !accepted;
  }

  private static Optional<Redirect> redirect(Situation situation, Probe probe) {
    Optional<String> sent = probe.host().map(Hosts::bare).or(() -> Hosts.ofCheck(situation));
    return probe
        .location()
        .flatMap(location -> kind(location, sent).map(kind -> new Redirect(kind, location)));
  }

  private static Optional<RedirectKind> kind(String location, Optional<String> sent) {
    if (LOGIN.matcher(location).matches()) {
      return Optional.of(RedirectKind.LOGIN);
    }
    Matcher absolute = ABSOLUTE.matcher(location);
    if (!absolute.matches()) {
      return Optional.of(RedirectKind.OTHER_PATH);
    }
    boolean tls = absolute.group(1).equals("https");
    Optional<String> known = sent.filter(host -> !host.isEmpty());
    if (known.equals(Optional.of(Hosts.bare(absolute.group(2))))) {
      return Optional.of(tls ? RedirectKind.TO_TLS : RedirectKind.OTHER_PATH);
    }
    return tls
        ? Optional.of(RedirectKind.OTHER_HOST_OVER_TLS)
        : known.map(other -> RedirectKind.OTHER_HOST);
  }
}
