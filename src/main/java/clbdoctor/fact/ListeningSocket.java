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
        Optional<Boolean> ipv6Only)
    implements Observed {

  @Override
  public String sentence() {
    return process.orElse("a program")
        + " listens on "
        + Endpoint.text(address, port)
        + "/"
        + protocol;
  }
}
