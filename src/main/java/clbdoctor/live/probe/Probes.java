package clbdoctor.live.probe;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.Fact;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.StatusSet;
import clbdoctor.fact.TestFile;
import clbdoctor.fact.Vantage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
   * its TLS. Takes no longer than the time limits of the plan's first probes one behind the other
   * and of one of the others, which are sent side by side.
   *
   * @param facts as for the plan; the accepted status decides what counts as success
   */
  public static List<Observed> send(Plan plan, Collection<? extends Fact> facts) {
    List<Observed> seen = new ArrayList<>();
    for (PlannedProbe planned : plan.first()) {
      List<Observed> came = send(planned);
      seen.addAll(came);
      if (came.stream().anyMatch(o -> o instanceof Probe p && unconnected(p))) {
        return seen;
      }
    }
    if (plan.first().isEmpty() || !success(seen, facts)) {
      sideBySide(plan.ifNotAccepted()).stream()
          .filter(other -> !(other instanceof TestFile))
          .forEach(seen::add);
    }
    return seen;
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

  private static boolean unconnected(Probe probe) {
    return probe.method() == ProbeMethod.CONNECT && !probe.connected();
  }

  private static boolean success(List<Observed> seen, Collection<? extends Fact> facts) {
    Optional<StatusSet> accepted = Aim.of(facts).check().flatMap(check -> check.acceptedStatus());
    return seen.stream()
        .filter(Probe.class::isInstance)
        .map(Probe.class::cast)
        .flatMap(probe -> probe.status().stream())
        .anyMatch(status -> accepted.map(set -> set.accepts(status)).orElse(status == 200));
  }

  private static List<Observed> sideBySide(List<PlannedProbe> probes) {
    if (probes.isEmpty()) {
      return List.of();
    }
    ExecutorService threads = Executors.newFixedThreadPool(probes.size());
    try {
      List<Callable<List<Observed>>> tasks = new ArrayList<>();
      probes.forEach(probe -> tasks.add(() -> send(probe)));
      List<Observed> seen = new ArrayList<>();
      for (Future<List<Observed>> future : threads.invokeAll(tasks)) {
        seen.addAll(future.get());
      }
      return seen;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a probe failed by a mistake of the program", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
