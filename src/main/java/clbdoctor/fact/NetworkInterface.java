package clbdoctor.fact;

import java.util.List;
import java.util.Optional;

/** A network interface of the server. */
public record NetworkInterface(
    @About(value = "name", example = "eth0") String name,
    @About(value = "true when it is switched on and has a carrier", example = "true")
        Optional<Boolean> up,
    @About(value = "largest packet in bytes", example = "1500", min = 0, max = 65536)
        Optional<Integer> mtu,
    @About(value = "its addresses", example = "[10.0.0.10]") List<IpAddress> addresses,
    @About(value = "true when an XDP program filters its packets", example = "false")
        Optional<Boolean> xdp)
    implements Observed {
  public NetworkInterface {
    addresses = List.copyOf(addresses);
  }

  /** Whether a program takes its packets before a packet capture sees them. */
  public boolean filteredByXdp() {
    return xdp.orElse(false);
  }

  @Override
  public String sentence() {
    return "interface "
        + name
        + up.map(u -> u ? " is up" : " is down").orElse("")
        + (addresses.isEmpty() ? "" : " with " + addresses);
  }
}
