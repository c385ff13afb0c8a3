package clbdoctor.fact;

import java.util.Optional;

/** Whether the networks of the load balancer and the real server are connected. */
public record VpcRoute(
    @About(
            value =
                "false when they are in different networks without CCN or peering, or a route diverts the traffic",
            example = "true")
        boolean connected,
    @About(value = "what is missing", example = "no CCN between vpc-1 and vpc-2")
        Optional<String> reason)
    implements Observed {
  @Override
  public String sentence() {
    return "the networks of load balancer and server are "
        + (connected ? "" : "not ")
        + "connected";
  }
}
