package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Binding;
import clbdoctor.fact.Fact;
import clbdoctor.fact.KubernetesService;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.Publication;
import clbdoctor.fact.PublishedPort;
import clbdoctor.fact.Served;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.fact.TransportProtocol;
import clbdoctor.fact.UnservedPort;
import clbdoctor.fact.VacantDatagramPort;
import clbdoctor.fact.Vantage;
import java.util.ArrayList;
import java.util.List;

/** Whether it is known that a program takes what the check sends, or that none does. */
final class ServedPorts {
  private ServedPorts() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.checkedPort().ifPresent(port -> derive(situation, port, conclusions));
  }

  private static void derive(Situation situation, int port, Conclusions conclusions) {
    List<Probe> ownProbes = ownProbes(situation);
    if (ownProbes.stream().allMatch(Probe::connected)) {
      situation
          .facts()
          .first(Binding.class, bound -> bound.onCheckedPort() && bound.servesLoadBalancer())
          .<Fact>map(binding -> binding)
          .or(() -> ownProbes.stream().findFirst())
          .ifPresent(proof -> conclusions.add(new Served(port), proof));
    }
    if (situation.transport() == TransportProtocol.UDP) {
      ofDatagrams(situation, port, conclusions);
    } else if (nothingServes(situation, port)) {
      conclusions.add(unserved(situation, port), premises(situation));
    }
  }

  private static void ofDatagrams(Situation situation, int port, Conclusions conclusions) {
    if (unpublished(situation)
        && situation.surveyed(Subject.SOCKETS)
        && situation.facts().none(Binding.class, Binding::onCheckedPort)) {
      conclusions.add(
          new VacantDatagramPort(port, situation.surveyed(Subject.CONTAINERS)),
          premises(situation));
    }
  }

  private static boolean unpublished(Situation situation) {
    return situation.facts().none(Publication.class, Publication::reachable);
  }

  private static List<Probe> ownProbes(Situation situation) {
    return situation.probes().stream()
        .filter(probe -> probe.from() == Vantage.SERVER_TO_PRIVATE)
        .filter(probe -> probe.method() != ProbeMethod.PING && probe.method() != ProbeMethod.UDP)
        .toList();
  }

  private static boolean nothingServes(Situation situation, int port) {
    return situation.backEnd().isPresent()
        && situation.surveyed(Subject.SOCKETS)
        && !forwarded(situation, port)
        && situation
            .facts()
            .none(
                Binding.class,
                binding -> binding.onCheckedPort() && binding.mayServeLoadBalancer());
  }

  private static UnservedPort unserved(Situation situation, int port) {
    int backEndPort = situation.backEnd().orElseThrow().port();
    return new UnservedPort(
        port,
        situation.facts().none(Binding.class, Binding::onCheckedPort)
            && !published(situation, port),
        situation.facts().none(Binding.class, Binding::onBackEndPort)
            && !published(situation, backEndPort)
            && situation.facts().none(KubernetesService.class, k -> k.forwards(backEndPort)));
  }

  /** A container engine and kube-proxy forward ports without a socket. */
  private static boolean forwarded(Situation situation, int port) {
    return !unpublished(situation)
        || situation.facts().any(KubernetesService.class, k -> k.mayForward(port));
  }

  private static boolean published(Situation situation, int port) {
    return situation.facts().any(PublishedPort.class, p -> p.port() == port);
  }

  private static List<Fact> premises(Situation situation) {
    List<Fact> premises = new ArrayList<>(2);
    situation
        .facts()
        .first(Surveyed.class, surveyed -> surveyed.subject() == Subject.SOCKETS)
        .ifPresent(premises::add);
    situation.backEnd().ifPresent(premises::add);
    return premises;
  }
}
