package clbdoctor.live.probe;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.Fact;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.StatusSet;
import clbdoctor.fact.Vantage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Probes of the checked port: planned first, then sent. */
public final class Probes {
  private Probes() {}

  /** The loopback address that every server has. */
  public static IpAddress loopback(AddressFamily family) {
    return IpAddress.parse(family == AddressFamily.IPV4 ? "127.0.0.1" : "::1");
  }

  /**
   * What is to be sent from one place to one address. Sends nothing.
   *
   * @param facts of which back end, listener and health check count; a port must be among them
   */
  public static Plan plan(Vantage from, IpAddress address, Collection<? extends Fact> facts) {
    return Plan.from(from, address, facts);
  }

  /**
   * Sends a plan and gives what was seen, in its order: a probe each, and what the server showed of
   * its TLS. Takes no longer than {@link Plan#limitMillis}.
   *
   * @param facts as for the plan; the accepted status decides what counts as success
   */
  public static List<Observed> send(Plan plan, Collection<? extends Fact> facts) {
    return new Sending(plan, answer -> success(answer, facts)).send();
  }

  /** Sends one probe; never fails: what goes wrong is what the probe tells. */
  public static List<Observed> send(PlannedProbe planned) {
    Payload payload = planned.payload();
    if (payload instanceof Payload.Echo) {
      return EchoProbe.send(planned);
    }
    if (payload instanceof Payload.Datagram datagram) {
      return UdpProbe.send(planned, datagram.bytes(), ProbeMethod.UDP);
    }
    if (payload instanceof Payload.Custom custom && !custom.stream()) {
      return UdpProbe.send(planned, custom.bytes(), ProbeMethod.CUSTOM);
    }
    if (payload instanceof Payload.Call call) {
      return GrpcProbe.send(planned, call);
    }
    return TcpProbe.send(planned);
  }

  private static boolean success(List<Observed> seen, Collection<? extends Fact> facts) {
    Optional<StatusSet> accepted = Aim.of(facts).check().flatMap(check -> check.acceptedStatus());
    return seen.stream()
        .filter(Probe.class::isInstance)
        .map(Probe.class::cast)
        .flatMap(probe -> probe.status().stream())
        .anyMatch(status -> accepted.map(set -> set.accepts(status)).orElse(status == 200));
  }
}
