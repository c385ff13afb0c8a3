package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Publication;
import clbdoctor.fact.PublishedPort;

/** Which containers the checked port leads into. */
final class Publications {
  private Publications() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.backEnd().ifPresent(backEnd -> derive(situation, backEnd, conclusions));
  }

  private static void derive(Situation situation, BackEnd backEnd, Conclusions conclusions) {
    int checkedPort = situation.checkedPort().orElse(backEnd.port());
    situation
        .facts()
        .of(PublishedPort.class)
        .filter(published -> published.port() == checkedPort)
        .forEach(
            published ->
                conclusions.add(
                    new Publication(
                        published.container(),
                        published.containerPort(),
                        covers(published.address(), backEnd.privateAddress())),
                    published,
                    backEnd));
  }

  private static boolean covers(IpAddress published, IpAddress privateAddress) {
    return published.equals(privateAddress)
        || published.wildcard() && published.family() == privateAddress.family();
  }
}
