package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.PageTimes;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.RequestPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How long the page of the check takes beside other pages, asked for from the same place. */
final class Pages {
  private static final Pattern STATIC =
      Pattern.compile("(?i).*\\.(html?|txt|css|js|ico|png|gif|jpe?g|svg)");

  private Pages() {}

  static void derive(Situation situation, Conclusions conclusions) {
    Optional<Integer> timeout = situation.check().flatMap(HealthCheck::timeoutSeconds);
    if (timeout.isEmpty() || !situation.mayCheckBy(CheckMethod.HTTP, CheckMethod.HTTPS)) {
      return;
    }
    List<Probe> timed = situation.probes().stream().filter(Pages::timed).toList();
    for (Probe own : timed) {
      if (!situation.differences(own).isEmpty()) {
        continue;
      }
      timed.stream()
          .filter(other -> other.from() == own.from())
          .filter(other -> situation.differences(other).equals(Set.of(RequestPart.PATH)))
          .forEach(
              other ->
                  conclusions.add(
                      new PageTimes(
                          own.latencyMillis().get(),
                          other.latencyMillis().get(),
                          timeout.get() * 1000,
                          isStatic(other)),
                      own,
                      other,
                      situation.check().get()));
    }
  }

  private static boolean timed(Probe probe) {
    return (probe.method() == ProbeMethod.HTTP || probe.method() == ProbeMethod.HTTPS)
        && probe.latencyMillis().isPresent();
  }

  private static boolean isStatic(Probe probe) {
    return STATIC.matcher(probe.path().orElse("")).matches();
  }
}
