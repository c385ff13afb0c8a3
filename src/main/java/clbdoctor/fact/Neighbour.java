package clbdoctor.fact;

import java.util.Optional;

/** An entry of the neighbour (ARP, NDP) table. */
public record Neighbour(
    @About(value = "address of the neighbour", example = "10.0.0.1") IpAddress address,
    @About(
            value = "REACHABLE, STALE, DELAY, PROBE, INCOMPLETE, FAILED, PERMANENT or NOARP",
            example = "REACHABLE")
        NeighbourState state,
    @About(value = "interface", example = "eth0") Optional<String> device,
    @About(value = "hardware address", example = "52:54:00:aa:bb:cc")
        Optional<String> hardwareAddress)
    implements Observed {
  @Override
  public String sentence() {
    return "neighbour " + address + " is " + state;
  }
}
