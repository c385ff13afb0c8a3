package clbdoctor.firewall;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import java.util.Optional;

/**
 * The packets to judge: from every address of a network to one port of the host.
 *
 * @param source where the check may come from, {@code 100.64.0.0/10} or one address
 * @param destination the host's address that the check is sent to
 * @param port the port it is sent to; any number for {@link Protocol#ICMP_ECHO}
 * @param sourcePorts the ports it may come from; {@link #EPHEMERAL} when not known
 * @param inInterface the interface it arrives on, where known; never {@code lo} otherwise
 */
public record Check(
    IpNetwork source,
    IpAddress destination,
    Protocol protocol,
    int port,
    PortRange sourcePorts,
    Optional<String> inInterface) {

  /** The source ports that a load balancer picks from: all but the privileged ones. */
  public static final PortRange EPHEMERAL = new PortRange(1024, 65535);

  public Check {
    if (source.address().family() != destination.family()) {
      throw new IllegalArgumentException("source and destination are of different IP versions");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is outside 0-65535");
    }
  }

  /** A check from any ephemeral port, on an interface that is not known. */
  public static Check of(IpNetwork source, IpAddress destination, Protocol protocol, int port) {
    return new Check(source, destination, protocol, port, EPHEMERAL, Optional.empty());
  }

  /** The same check, seen to arrive on this interface. */
  public Check on(String name) {
    return new Check(source, destination, protocol, port, sourcePorts, Optional.of(name));
  }

  /** Ports from {@code first} to {@code last}, both included. */
  public record PortRange(int first, int last) {
    public PortRange {
      if (first < 0 || last > 65535 || first > last) {
        throw new IllegalArgumentException(first + "-" + last + " is no range of ports");
      }
    }
  }
}
