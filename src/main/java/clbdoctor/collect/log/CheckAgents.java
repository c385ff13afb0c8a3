package clbdoctor.collect.log;

import java.util.regex.Pattern;

/** The user agents of health checks. */
final class CheckAgents {
  private static final Pattern AGENT =
      Pattern.compile(
          "(?i)clb-healthcheck|ELB-HealthChecker/|GoogleHC/|kube-probe/|Load Balancer Agent|SLBHealthCheck");

  private CheckAgents() {}

  /** Whether the line was written for a health check. */
  static boolean in(String line) {
    return AGENT.matcher(line).find();
  }
}
