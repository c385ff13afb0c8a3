package clbdoctor.collect.cloud;

import clbdoctor.collect.cloud.ClbApiParser.Reading;
import clbdoctor.collect.output.Json;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.TargetHealth;
import clbdoctor.fact.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to DescribeTargetHealth. */
final class TargetHealthAnswer {
  private TargetHealthAnswer() {}

  static Reading read(Map<String, Object> body, ReadingContext context) {
    List<Map<String, Object>> targets = new ArrayList<>();
    for (Map<String, Object> balancer : Json.objects(body, "LoadBalancers")) {
      for (Map<String, Object> listener : Json.objects(balancer, "Listeners")) {
        Json.objects(listener, "Rules").forEach(r -> targets.addAll(Json.objects(r, "Targets")));
      }
    }
    List<Map<String, Object>> own =
        targets.stream().filter(target -> matches(target, context)).toList();
    if (own.size() != 1) {
      return Reading.none(
          own.size() + " of the targets in the answer are the back end " + name(context));
    }
    return state(own.get(0))
        .map(state -> facts(own.get(0), state, context))
        .orElseGet(() -> Reading.none("the state of the target is not given"));
  }

  private static Reading facts(
      Map<String, Object> target, TargetHealth health, ReadingContext context) {
    TargetState state =
        new TargetState(health, Json.number(target, "Weight"), Optional.empty(), Optional.empty());
    Optional<IpAddress> address = Json.text(target, "IP").flatMap(IpAddress::tryParse);
    Optional<Integer> port = Json.number(target, "Port").filter(p -> p >= 1 && p <= 65535);
    boolean news = context.privateAddress().isEmpty();
    return news && address.isPresent() && port.isPresent()
        ? Reading.of(new BackEnd(address.get(), port.get()), state)
        : Reading.of(state);
  }

  private static boolean matches(Map<String, Object> target, ReadingContext context) {
    Optional<IpAddress> address = Json.text(target, "IP").flatMap(IpAddress::tryParse);
    return context.privateAddress().isEmpty() || context.privateAddress().equals(address);
  }

  private static String name(ReadingContext context) {
    return context.privateAddress().map(IpAddress::toString).orElse("meant");
  }

  /** HealthStatus alone is false for Unknown too. */
  private static Optional<TargetHealth> state(Map<String, Object> target) {
    String detail =
        Json.text(target, "HealthStatusDetail")
            .or(() -> Json.text(target, "HealthStatusDetial"))
            .orElse("");
    return switch (detail) {
      case "Alive" -> Optional.of(TargetHealth.HEALTHY);
      case "Dead" -> Optional.of(TargetHealth.UNHEALTHY);
      case "Unknown" -> Optional.of(TargetHealth.DETECTING);
      case "Close" -> Optional.of(TargetHealth.CLOSED);
      default ->
          Boolean.TRUE.equals(target.get("HealthStatus"))
              ? Optional.of(TargetHealth.HEALTHY)
              : Optional.empty();
    };
  }
}
