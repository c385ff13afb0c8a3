package clbdoctor.collect.cloud;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Json;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers of the CLB and VPC APIs to DescribeTargetHealth, DescribeListeners and
 * DescribeSecurityGroupPolicies, as {@code tccli} prints them (API version 2018-03-17 and
 * 2017-03-12).
 *
 * <pre>
 * {"LoadBalancers": [{"LoadBalancerId": "lb-a1b2c3d4", "Listeners": [{"ListenerId": "lbl-a1b2c3d4",
 *   "Protocol": "TCP", "Port": 80, "Rules": [{"Targets": [{"IP": "10.0.0.10", "Port": 80,
 *   "HealthStatus": false, "TargetId": "ins-a1b2c3d4", "HealthStatusDetail": "Dead"}]}]}]}]}
 * </pre>
 */
public final class ClbApiParser implements OutputParser {

  private static final Set<String> ACTIONS =
      Set.of("DescribeTargetHealth", "DescribeListeners", "DescribeSecurityGroupPolicies");

  @Override
  public String tool() {
    return "tccli";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("tccli")
        && command.arguments().stream().anyMatch(ACTIONS::contains);
  }

  @Override
  public boolean begins(Line line) {
    return line.text()
        .matches("\\s*\\{.{0,200}\"(?:LoadBalancers|Listeners|SecurityGroupPolicySet)\".*");
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Line first = block.lines().stream().filter(l -> !l.blank()).findFirst().orElse(new Line(1, ""));
    Optional<Map<String, Object>> answer = Json.object(block.text().trim());
    if (answer.isEmpty()) {
      findings.unread(first, "the answer is not whole");
      return findings.readAll().build();
    }
    Map<String, Object> body = answer.get();
    Map<String, Object> inner = body.get("Response") != null ? Json.object(body, "Response") : body;
    Reading reading = read(inner, block.context());
    reading.facts().forEach(fact -> findings.fact(first, fact));
    if (reading.facts().isEmpty()) {
      findings.unread(first, reading.doubt());
    }
    return findings.readAll().build();
  }

  private static Reading read(Map<String, Object> body, ReadingContext context) {
    if (body.get("LoadBalancers") != null) {
      return TargetHealthAnswer.read(body, context);
    }
    if (body.get("Listeners") != null) {
      return ListenersAnswer.read(body);
    }
    return body.get("SecurityGroupPolicySet") != null
        ? SecurityGroupAnswer.read(Json.object(body, "SecurityGroupPolicySet"), context)
        : Reading.none("the answer holds no targets, listeners or security group policies");
  }

  /** Facts, or why there are none. */
  record Reading(List<Observed> facts, String doubt) {
    static Reading none(String doubt) {
      return new Reading(List.of(), doubt);
    }

    static Reading of(Observed... facts) {
      return new Reading(List.of(facts), "");
    }
  }
}
