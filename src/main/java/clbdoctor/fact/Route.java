package clbdoctor.fact;

import java.util.Optional;

/** A line of the routing table. */
public record Route(
    @About(value = "block of addresses; 0.0.0.0/0 is the default route", example = "0.0.0.0/0")
        IpNetwork destination,
    @About(value = "UNICAST, LOCAL, BLACKHOLE, UNREACHABLE or PROHIBIT", example = "UNICAST")
        RouteKind kind,
    @About(value = "interface", example = "eth0") Optional<String> device,
    @About(value = "next hop", example = "10.0.0.1") Optional<IpAddress> gateway,
    @About(value = "lower ones win", example = "100", min = 0) Optional<Integer> metric,
    @About(value = "routing table, when it is not main", example = "local") Optional<String> table)
    implements Observed {
  @Override
  public String sentence() {
    return "packets to "
        + destination
        + " take a route of kind "
        + kind
        + device.map(d -> " by " + d).orElse("");
  }
}
