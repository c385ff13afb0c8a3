package clbdoctor.fact;

import java.util.Locale;

/** A probe in words. */
final class ProbeSentence {
  private ProbeSentence() {}

  static String of(Probe probe) {
    return "a "
        + probe.method()
        + " probe "
        + from(probe.from())
        + request(probe)
        + " "
        + came(probe)
        + probe.latencyMillis().map(ms -> " after " + ms + " ms").orElse("");
  }

  private static String from(Vantage from) {
    return switch (from) {
      case CHECK_SOURCE -> "from the check source";
      case PEER -> "from a peer in the subnet";
      case SERVER_TO_PRIVATE -> "from the server to its private address";
      case SERVER_TO_LOOPBACK -> "from the server to loopback";
    };
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
