package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.ListeningSocket;
import clbdoctor.fact.LoneAddress;
import java.util.List;

/** Whether the server listens on one address alone, of which nobody says that it is asked. */
final class LoneAddresses {
  private LoneAddresses() {}

  static void derive(Situation situation, Conclusions conclusions) {
    List<ListeningSocket> sockets = situation.facts().list(ListeningSocket.class);
    if (situation.backEnd().isPresent() || sockets.size() != 1) {
      return;
    }
    ListeningSocket only = sockets.get(0);
    if (!only.address().loopback() && !only.address().wildcard()) {
      conclusions.add(new LoneAddress(only.address(), only.port()), only);
    }
  }
}
