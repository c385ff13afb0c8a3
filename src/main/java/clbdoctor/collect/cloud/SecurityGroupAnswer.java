package clbdoctor.collect.cloud;

import clbdoctor.collect.cloud.ClbApiParser.Reading;
import clbdoctor.collect.output.Json;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.FirewallEffect;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.SecurityGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to DescribeSecurityGroupPolicies: the inbound rules from the top down, the first that
 * matches decides, and none means DROP. The cloud lets 100.64.0.0/10 of the same account pass
 * without a rule, so that a DROP of that range proves nothing.
 */
final class SecurityGroupAnswer {
  private static final IpNetwork RESERVED = IpNetwork.parse("100.64.0.0/10");

  private SecurityGroupAnswer() {}

  static Reading read(Map<String, Object> policies, ReadingContext context) {
    boolean tcp = context.method().filter(CheckMethod::overTcp).isPresent();
    if (!tcp || context.checkedPort().isEmpty() || context.checkSources().size() != 1) {
      return Reading.none(
          "the policies are judged for a check over TCP with a known port and one source");
    }
    IpNetwork source = context.checkSources().get(0);
    for (Map<String, Object> policy : Json.objects(policies, "Ingress")) {
      if (policy.get("CidrBlock") == null && policy.get("Ipv6CidrBlock") == null) {
        return Reading.none(
            "a policy names a template or another group, whose members are not in the answer");
      }
      Optional<IpNetwork> block = network(policy);
      if (covers(policy, context.checkedPort().get())
          && block.isPresent()
          && block.get().overlaps(source)) {
        return block.get().contains(source)
            ? verdict(policy, source)
            : Reading.none("a policy covers only a part of the check source");
      }
    }
    return source.overlaps(RESERVED)
        ? Reading.none(
            "no policy names the check source, and the cloud lets its own range pass without one")
        : Reading.of(
            new SecurityGroup(FirewallEffect.DROPS, Optional.of("no inbound policy matches")));
  }

  private static Reading verdict(Map<String, Object> policy, IpNetwork source) {
    boolean accepts = "ACCEPT".equals(policy.get("Action"));
    if (!accepts && source.overlaps(RESERVED)) {
      return Reading.none("a policy drops the check source, but the cloud lets its own range pass");
    }
    String rule =
        String.join(
            " ",
            List.of(
                "inbound",
                Json.text(policy, "Protocol").orElse("ALL")
                    + ":"
                    + Json.text(policy, "Port").orElse("ALL"),
                "from",
                network(policy).map(IpNetwork::toString).orElse(""),
                accepts ? "ACCEPT" : "DROP"));
    FirewallEffect effect = accepts ? FirewallEffect.ALLOWS : FirewallEffect.DROPS;
    return Reading.of(new SecurityGroup(effect, Optional.of(rule)));
  }

  /** Whether the policy is about TCP packets to this port. */
  private static boolean covers(Map<String, Object> policy, int port) {
    String protocol = Json.text(policy, "Protocol").orElse("ALL");
    String ports = Json.text(policy, "Port").orElse("ALL");
    if (!protocol.equalsIgnoreCase("TCP") && !protocol.equalsIgnoreCase("ALL")) {
      return false;
    }
    for (String part : ports.split(",")) {
      String[] range = part.trim().split("-");
      boolean every = part.trim().equalsIgnoreCase("ALL");
      boolean numeric =
          range[0].matches("[0-9]{1,5}") && range[range.length - 1].matches("[0-9]{1,5}");
      if (every
          || numeric
              && Integer.parseInt(range[0]) <= port
              && port <= Integer.parseInt(range[range.length - 1])) {
        return true;
      }
    }
    return false;
  }

  private static Optional<IpNetwork> network(Map<String, Object> policy) {
    String text =
        Json.text(policy, "CidrBlock").or(() -> Json.text(policy, "Ipv6CidrBlock")).orElse("");
    int slash = text.indexOf('/');
    Optional<IpAddress> address = IpAddress.tryParse(slash < 0 ? text : text.substring(0, slash));
    String length = slash < 0 ? "" : text.substring(slash + 1);
    return address
        .filter(
            a -> slash < 0 || length.matches("[0-9]{1,3}") && Integer.parseInt(length) <= a.bits())
        .map(a -> new IpNetwork(a, slash < 0 ? a.bits() : Integer.parseInt(length)));
  }
}
