package clbdoctor.live;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Subject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The packets of the check on every interface, by tcpdump(8), for as long as two intervals of the
 * check and some more, since a check may have begun before. What the packet filter drops on its way
 * in shows, what it drops on its way out does not.
 */
final class PacketCapture {
  private static final int SECONDS_BEYOND_TWO_INTERVALS = 5;
  private static final int ENDED_BY_TIMEOUT = 124;
  private static final Duration TO_END = Duration.ofSeconds(10);

  private PacketCapture() {}

  static Look look(Host host, Target target) {
    if (!host.has("tcpdump")) {
      return Look.of("tcpdump", Subject.CAPTURE).asRoot();
    }
    int seconds = 2 * target.intervalSeconds() + SECONDS_BEYOND_TWO_INTERVALS;
    return Look.of(
            List.of("timeout", "" + seconds, "tcpdump", "-nni", "any", filter(target)),
            Subject.CAPTURE)
        .asRoot()
        .answeringWith(ENDED_BY_TIMEOUT)
        .within(Duration.ofSeconds(seconds).plus(TO_END));
  }

  /** In the language of pcap-filter(7); an ICMP error is an answer to the check as well. */
  private static String filter(Target target) {
    boolean six = target.address().family() == AddressFamily.IPV6;
    String packets = "(port " + target.port() + " or " + (six ? "icmp6" : "icmp") + ")";
    String networks =
        target.sources().stream()
            .filter(source -> source.address().family() == target.address().family())
            .map(IpNetwork::toString)
            .map(network -> "net " + network)
            .collect(Collectors.joining(" or "));
    return networks.isEmpty() ? packets : "(" + networks + ") and " + packets;
  }
}
