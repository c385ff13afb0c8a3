package clbdoctor.collect.log;

import java.util.regex.Pattern;

/** The user agents of health checks. */
final class CheckAgents {
  private static final Pattern AGENT =
      Pattern.compile(
          "(?i)clb-healthcheck|ELB-HealthChecker/|GoogleHC/|kube-probe/|Load Balancer Agent|SLBHealthCheck");

  /** This program's own probes call themselves a check, and say that they are none. */
  private static final String OWN = "clb-doctor";

  private CheckAgents() {}

  /** Whether the line was written for a health check. */
  static boolean in(String line) {
    return AGENT.matcher(line).find() && !line.contains(OWN);
  }
}
