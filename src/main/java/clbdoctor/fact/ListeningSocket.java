package clbdoctor.fact;

import java.util.Optional;

/** One listening socket of the real server, as ss, netstat or Get-NetTCPConnection lists it. */
public record ListeningSocket(
    @About(value = "TCP or UDP", example = "TCP") TransportProtocol protocol,
    @About(value = "local address; IPv6 ones in quotes", example = "0.0.0.0") IpAddress address,
    @About(value = "local port", example = "80", min = 1, max = 65535) int port,
    @About(value = "program that owns the socket", example = "nginx") Optional<String> process,
    @About(value = "process id of the owner", example = "812", min = 0) Optional<Integer> pid,
    @About(value = "for ::, whether IPv4 is refused (ss -e: v6only:1)", example = "false")
        Optional<Boolean> ipv6Only,
    @About(value = "connections that wait to be accepted (ss: Recv-Q)", example = "0", min = 0)
        Optional<Integer> waiting,
    @About(value = "most that may wait (ss: Send-Q)", example = "511", min = 0)
        Optional<Integer> backlog,
    @About(value = "interface the socket is bound to", example = "eth1") Optional<String> device)
    implements Observed {

  /** A socket without the figures of its queue. */
  public ListeningSocket(
      TransportProtocol protocol,
      IpAddress address,
      int port,
      Optional<String> process,
      Optional<Integer> pid,
      Optional<Boolean> ipv6Only) {
    this(
        protocol,
        address,
        port,
        process,
        pid,
        ipv6Only,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public String sentence() {
    return process.orElse("a program")
        + " listens on "
        + Endpoint.text(address, port)
        + "/"
        + protocol;
  }
}
