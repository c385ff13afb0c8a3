package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.Container;
import clbdoctor.fact.Fact;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Publication;
import clbdoctor.fact.PublishedPort;
import java.util.List;
import java.util.stream.Stream;

/** Which containers the checked port leads into. */
final class Publications {
  private Publications() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.backEnd().ifPresent(backEnd -> derive(situation, backEnd, conclusions));
  }

  private static void derive(Situation situation, BackEnd backEnd, Conclusions conclusions) {
    int checkedPort = situation.checkedPort().orElse(backEnd.port());
    for (PublishedPort published : situation.facts().list(PublishedPort.class)) {
      if (published.port() == checkedPort) {
        conclusions.add(
            new Publication(
                published.container(),
                published.containerPort(),
                covers(published.address(), backEnd.privateAddress()),
                published.deadInside() || stopped(situation, published.container())),
            premises(situation, published, backEnd));
      }
    }
  }

  private static boolean stopped(Situation situation, String name) {
    return containers(situation, name).anyMatch(Container::stopped);
  }

  private static Stream<Container> containers(Situation situation, String name) {
    return situation.facts().of(Container.class).filter(container -> container.name().equals(name));
  }

  private static List<Fact> premises(
      Situation situation, PublishedPort published, BackEnd backEnd) {
    return Stream.concat(
            Stream.of(published, backEnd), containers(situation, published.container()))
        .map(fact -> (Fact) fact)
        .toList();
  }

  private static boolean covers(IpAddress published, IpAddress privateAddress) {
    return published.equals(privateAddress)
        || published.wildcard() && published.family() == privateAddress.family();
  }
}
