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

/** How long the page of the check takes beside other pages, asked for from the same place. */
final class Pages {
  private Pages() {}

  static void derive(Situation situation, Conclusions conclusions) {
    Optional<Integer> timeout = situation.check().flatMap(HealthCheck::timeoutSeconds);
    if (timeout.isEmpty() || !situation.mayCheckBy(CheckMethod.HTTP, CheckMethod.HTTPS)) {
      return;
    }
    List<Probe> timed = situation.facts().of(Probe.class).filter(p -> timed(situation, p)).toList();
    for (Probe own : timed) {
      if (!Requests.differences(situation, own).isEmpty()) {
        continue;
      }
      timed.stream()
          .filter(other -> other.from() == own.from())
          .filter(other -> Requests.differences(situation, other).equals(Set.of(RequestPart.PATH)))
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

  private static boolean timed(Situation situation, Probe probe) {
    return Answers.concernsCheckedPort(situation, probe)
        && (probe.method() == ProbeMethod.HTTP || probe.method() == ProbeMethod.HTTPS)
        && probe.latencyMillis().isPresent();
  }

  private static boolean isStatic(Probe probe) {
    return probe.path().orElse("").matches("(?i).*\\.(html?|txt|css|js|ico|png|gif|jpe?g|svg)");
  }
}
