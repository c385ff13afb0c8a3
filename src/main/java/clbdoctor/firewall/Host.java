package clbdoctor.firewall;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of the host's network a ruleset may refer to.
 *
 * @param addresses its own addresses with their interfaces; empty when not known, and then the
 *     check's destination counts as one
 * @param routes where packets leave; empty when not known
 */
public record Host(List<Local> addresses, List<Route> routes) {

  public static final Host UNKNOWN = new Host(List.of(), List.of());

  public Host {
    addresses = List.copyOf(addresses);
    routes = List.copyOf(routes);
  }

  /** An address of an interface, with the length of its network's prefix. */
  public record Local(String interfaceName, IpAddress address, int prefixLength) {
    IpNetwork network() {
      return new IpNetwork(address, prefixLength);
    }
  }

  /** Packets to {@code destination} leave by the interface. */
  public record Route(IpNetwork destination, String interfaceName) {}

  /** The interface for packets to every address of the network, where routes tell. */
  Optional<String> interfaceTo(IpNetwork destination) {
    return java.util.stream.Stream.concat(
            routes.stream(),
            addresses.stream().map(local -> new Route(local.network(), local.interfaceName())))
        .filter(route -> route.destination().overlaps(destination))
        .max(Comparator.comparingInt(route -> route.destination().prefixLength()))
        .filter(route -> route.destination().contains(destination))
        .map(Route::interfaceName);
  }
}
