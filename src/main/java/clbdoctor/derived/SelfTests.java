package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.KubernetesService;
import clbdoctor.fact.LoopbackTest;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Service;
import clbdoctor.fact.ServiceState;
import clbdoctor.fact.Silence;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Vantage;
import clbdoctor.fact.WorksInside;

/** What probes of the checked port tell besides symptoms and proven steps. */
final class SelfTests {
  private SelfTests() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.probes().stream()
        .forEach(
            probe -> {
              silence(probe, conclusions);
              loopback(probe, conclusions);
            });
    running(situation, conclusions);
    for (KubernetesService service : situation.facts().list(KubernetesService.class)) {
      if (service.worksInCluster()) {
        conclusions.add(new WorksInside("inside the cluster", true), service);
      }
    }
  }

  /** A check by connection asks of the service only that it runs. */
  private static void running(Situation situation, Conclusions conclusions) {
    boolean byConnection =
        situation.check().map(check -> check.method() == CheckMethod.TCP).orElse(false);
    if (byConnection && !situation.surveyed(Subject.SOCKETS)) {
      for (Service service : situation.facts().list(Service.class)) {
        if (service.state() == ServiceState.RUNNING) {
          conclusions.add(new WorksInside("runs", false), service);
        }
      }
    }
  }

  private static void silence(Probe probe, Conclusions conclusions) {
    if (probe.outcome() == ProbeOutcome.CONNECTED_SILENT) {
      probe
          .latencyMillis()
          .ifPresent(waited -> conclusions.add(new Silence(waited, probe.from()), probe));
    }
  }

  private static void loopback(Probe probe, Conclusions conclusions) {
    if (probe.from() == Vantage.SERVER_TO_LOOPBACK
        && probe.method() != ProbeMethod.PING
        && probe.method() != ProbeMethod.UDP) {
      conclusions.add(new LoopbackTest(probe.outcome(), probe.connected()), probe);
      if (probe.connected()) {
        conclusions.add(new WorksInside("its own server", true), probe);
      }
    }
  }
}
