package clbdoctor.collect.log;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Line;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import java.util.Optional;
import java.util.regex.Pattern;

/** The user agents of health checks. */
final class CheckAgents {
  private static final Pattern AGENT =
      Pattern.compile(
          "(?i)clb-healthcheck|ELB-HealthChecker/|GoogleHC/|kube-probe/|Load Balancer Agent|SLBHealthCheck");

  /** This program's own probes call themselves a check, and say that they are none. */
  private static final String OWN = "clb-doctor";

  private CheckAgents() {}

  /**
   * An entry of an access log; it is the check's by its user agent, or by an address of the known
   * check source.
   *
   * @param client the address of the client as the log has it
   * @param agent where the user agent stands
   */
  static LogLine entry(
      Line line, Optional<String> client, Optional<Integer> status, String agent, Block block) {
    boolean bySource =
        client.flatMap(IpAddress::tryParse).map(block.context()::checkSource).orElse(false);
    return new LogLine(LogKind.ACCESS, line.text(), status, Optional.of(bySource || in(agent)));
  }

  /** Whether the line was written for a health check. */
  static boolean in(String line) {
    return AGENT.matcher(line).find() && !line.contains(OWN);
  }
}
