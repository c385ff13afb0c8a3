package clbdoctor.fact;

import java.util.Locale;

/** A probe in words. */
final class ProbeSentence {
  private ProbeSentence() {}

  static String of(Probe probe) {
    return "a "
        + probe.method()
        + " probe "
        + probe.from().phrase()
        + request(probe)
        + " "
        + came(probe)
        + probe.latencyMillis().map(ms -> " after " + ms + " ms").orElse("");
  }

  private static String request(Probe probe) {
    return probe.httpMethod().map(m -> ", " + m).orElse("")
        + probe.path().map(p -> ", path " + p).orElse("")
        + probe.host().map(h -> ", Host " + (h.isEmpty() ? "left out" : h)).orElse("")
        + probe.httpVersion().map(v -> ", " + v).orElse("")
        + probe.port().map(p -> ", port " + p).orElse("")
        + ":";
  }

  private static String came(Probe probe) {
    return probe
        .status()
        .map(status -> "status " + status)
        .orElse(probe.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
