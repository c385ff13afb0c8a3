package clbdoctor.derived;

import clbdoctor.fact.BackEnd;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CheckPacket;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.TransportProtocol;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.Protocol;
import clbdoctor.firewall.model.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One kind of packet from one source of the check.
 *
 * @param fromAnywhere whether the source stands for all, as the report gives none
 * @param perSecond how many packets of all machines of the load balancer come, where it is known
 */
record Probing(Check check, CheckPacket packet, boolean fromAnywhere, Optional<Double> perSecond) {

  /** All that the check sends. */
  static List<Probing> all(Situation situation) {
    BackEnd backEnd = situation.backEnd().orElseThrow();
    int port = situation.checkedPort().orElse(backEnd.port());
    List<Probing> probings = new ArrayList<>();
    for (HealthCheck check : situation.check().stream().toList()) {
      boolean fromAnywhere = check.sources().isEmpty();
      List<IpNetwork> sources =
          fromAnywhere ? List.of(AnySource.of(backEnd.privateAddress().family())) : check.sources();
      for (IpNetwork source : sources) {
        if (source.address().family() == backEnd.privateAddress().family()) {
          for (CheckPacket packet : packets(situation, check)) {
            Check sent = Check.of(source, backEnd.privateAddress(), protocol(packet), port);
            Check arriving =
                situation.onlyInterface().map(way -> sent.on(way.device().name())).orElse(sent);
            probings.add(new Probing(arriving, packet, fromAnywhere, perSecond(check)));
          }
        }
      }
    }
    return probings;
  }

  private static List<CheckPacket> packets(Situation situation, HealthCheck check) {
    List<CheckPacket> packets = new ArrayList<>();
    if (check.ping()) {
      packets.add(CheckPacket.ECHO_REQUEST);
    }
    if (check.method() != CheckMethod.PING) {
      packets.add(
          situation.transport() == TransportProtocol.UDP ? CheckPacket.DATAGRAM : CheckPacket.SYN);
    }
    return packets;
  }

  /** The verdict on this packet, wherever it comes from. */
  FirewallVerdict judged(Function<Check, FirewallVerdict> firewall) {
    FirewallVerdict verdict = firewall.apply(check);
    return fromAnywhere ? AnySource.settled(verdict, check.destination()) : verdict;
  }

  private static Protocol protocol(CheckPacket packet) {
    return switch (packet) {
      case SYN -> Protocol.TCP;
      case DATAGRAM -> Protocol.UDP;
      case ECHO_REQUEST -> Protocol.ICMP_ECHO;
    };
  }

  private static Optional<Double> perSecond(HealthCheck check) {
    return check
        .intervalSeconds()
        .filter(seconds -> seconds > 0)
        .flatMap(seconds -> check.checkers().map(checkers -> checkers / (double) seconds));
  }

  String wherever() {
    return fromAnywhere ? "; from any source" : "";
  }

  /** What the checks alone make of the limits; other packets may count towards these too. */
  String rates(List<RateLimit> limits) {
    return limits.stream()
        .filter(limit -> limit.perSecond() > 0 && perSecond.isPresent())
        .map(
            limit ->
                String.format(
                    Locale.ROOT,
                    "; \"%s\" %s the %.2f checks a second",
                    limit.text(),
                    limit.bears(perSecond.get()) ? "alone bears" : "does not bear",
                    perSecond.get()))
        .collect(Collectors.joining());
  }
}
