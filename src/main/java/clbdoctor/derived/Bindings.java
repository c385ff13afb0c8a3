package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.Binding;
import clbdoctor.fact.CheckedPort;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.ListeningSocket;
import clbdoctor.fact.Reach;

/** Which listening socket serves whom. */
final class Bindings {
  private Bindings() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.backEnd().ifPresent(backEnd -> derive(situation, backEnd, conclusions));
  }

  private static void derive(Situation situation, BackEnd backEnd, Conclusions conclusions) {
    int checkedPort = situation.checkedPort().orElse(backEnd.port());
    conclusions.add(
        new CheckedPort(checkedPort, checkedPort != backEnd.port()), situation.settings());
    for (ListeningSocket socket : situation.facts().list(ListeningSocket.class)) {
      boolean sameTransport = socket.protocol() == situation.transport();
      conclusions.add(
          new Binding(
              socket.protocol(),
              socket.address(),
              socket.port(),
              socket.process().orElse("a program"),
              reach(socket, backEnd.privateAddress()),
              sameTransport && socket.port() == backEnd.port(),
              sameTransport && socket.port() == checkedPort),
          socket,
          backEnd);
    }
  }

  /**
   * Linux delivers IPv4 to a socket on {@code ::} unless IPV6_V6ONLY is set (ipv6(7)); an IPv4
   * socket never gets IPv6.
   */
  private static Reach reach(ListeningSocket socket, IpAddress privateAddress) {
    IpAddress address = socket.address();
    boolean sameFamily = address.family() == privateAddress.family();
    if (address.loopback()) {
      return Reach.LOOPBACK;
    }
    if (address.equals(privateAddress) || address.wildcard() && sameFamily) {
      return Reach.LOAD_BALANCER;
    }
    if (!address.wildcard()) {
      return sameFamily ? Reach.OTHER_ADDRESS : Reach.OTHER_FAMILY;
    }
    if (address.family() == AddressFamily.IPV4) {
      return Reach.OTHER_FAMILY;
    }
    return socket
        .ipv6Only()
        .map(only -> only ? Reach.OTHER_FAMILY : Reach.LOAD_BALANCER)
        .orElse(Reach.UNDECIDED);
  }
}
