package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.BackEnd;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether it is known that a program takes what the check sends, or that none does. */
final class ServedPorts {
  private ServedPorts() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.checkedPort().ifPresent(port -> derive(situation, port, conclusions));
  }

  private static void derive(Situation situation, int port, Conclusions conclusions) {
    List<Probe> ownProbes = ownProbes(situation);
    Stream<Fact> bindings =
        situation
            .facts()
            .of(Binding.class)
            .filter(binding -> binding.onCheckedPort() && binding.servesLoadBalancer())
            .map(binding -> binding);
    Optional<Fact> proof = Stream.concat(bindings, ownProbes.stream()).findFirst();
    if (ownProbes.stream().allMatch(Probe::connected)) {
      proof.ifPresent(fact -> conclusions.add(new Served(port), fact));
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
        && situation.facts().of(Binding.class).noneMatch(Binding::onCheckedPort)) {
      conclusions.add(
          new VacantDatagramPort(port, situation.surveyed(Subject.CONTAINERS)),
          premises(situation));
    }
  }

  private static boolean unpublished(Situation situation) {
    return situation.facts().of(Publication.class).noneMatch(Publication::reachable);
  }

  private static List<Probe> ownProbes(Situation situation) {
    return situation
        .facts()
        .of(Probe.class)
        .filter(probe -> probe.from() == Vantage.SERVER_TO_PRIVATE)
        .filter(probe -> probe.method() != ProbeMethod.PING && probe.method() != ProbeMethod.UDP)
        .filter(probe -> Answers.concernsCheckedPort(situation, probe))
        .toList();
  }

  private static boolean nothingServes(Situation situation, int port) {
    return situation.backEnd().isPresent()
        && situation.surveyed(Subject.SOCKETS)
        && !forwarded(situation, port)
        && situation
            .facts()
            .of(Binding.class)
            .noneMatch(binding -> binding.onCheckedPort() && binding.mayServeLoadBalancer());
  }

  private static UnservedPort unserved(Situation situation, int port) {
    int backEndPort = situation.backEnd().orElseThrow().port();
    return new UnservedPort(
        port,
        situation.facts().of(Binding.class).noneMatch(Binding::onCheckedPort)
            && !published(situation, port),
        situation.facts().of(Binding.class).noneMatch(Binding::onBackEndPort)
            && !published(situation, backEndPort)
            && situation
                .facts()
                .of(KubernetesService.class)
                .noneMatch(k -> k.forwards(backEndPort)));
  }

  /** A container engine and kube-proxy forward ports without a socket. */
  private static boolean forwarded(Situation situation, int port) {
    return !unpublished(situation)
        || situation.facts().of(KubernetesService.class).anyMatch(k -> k.mayForward(port));
  }

  private static boolean published(Situation situation, int port) {
    return situation.facts().of(PublishedPort.class).anyMatch(p -> p.port() == port);
  }

  private static List<Fact> premises(Situation situation) {
    Stream<Fact> survey =
        situation
            .facts()
            .of(Surveyed.class)
            .filter(surveyed -> surveyed.subject() == Subject.SOCKETS)
            .map(surveyed -> surveyed);
    Optional<BackEnd> backEnd = situation.backEnd();
    return Stream.concat(survey.limit(1), backEnd.stream()).toList();
  }
}
