package clbdoctor.fact;

import java.util.Optional;

/**
 * The way that the server's packets take to an address, as {@code ip route get} or Find-NetRoute
 * tells it.
 */
public record ReplyRoute(
    @About(value = "where the packets go: an address of the check source", example = "100.64.0.1")
        IpAddress destination,
    @About(
            value = "UNICAST, LOCAL, BLACKHOLE, UNREACHABLE, PROHIBIT or NO_ROUTE",
            example = "UNICAST")
        RouteKind kind,
    @About(value = "interface they leave by", example = "eth0") Optional<String> device,
    @About(value = "next hop", example = "10.0.0.1") Optional<IpAddress> gateway,
    @About(value = "source address of the packets", example = "10.0.0.10")
        Optional<IpAddress> source)
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
