package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.KubernetesService;
import clbdoctor.fact.LoopbackTest;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Silence;
import clbdoctor.fact.Vantage;
import clbdoctor.fact.WorksInside;

/** What probes of the checked port tell besides symptoms and proven steps. */
final class SelfTests {
  private SelfTests() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(Probe.class)
        .filter(probe -> Answers.concernsCheckedPort(situation, probe))
        .forEach(
            probe -> {
              silence(probe, conclusions);
              loopback(probe, conclusions);
            });
    situation
        .facts()
        .of(KubernetesService.class)
        .filter(KubernetesService::worksInCluster)
        .forEach(service -> conclusions.add(new WorksInside("inside the cluster"), service));
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
        conclusions.add(new WorksInside("its own server"), probe);
      }
    }
  }
}
