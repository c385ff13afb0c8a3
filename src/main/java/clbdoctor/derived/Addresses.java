package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AddressPresence;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.Fact;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Listener;
import clbdoctor.fact.LoadBalancer;
import clbdoctor.fact.NetworkInterface;
import clbdoctor.fact.PassThrough;
import clbdoctor.fact.Presence;
import clbdoctor.fact.ReplyRoute;
import clbdoctor.fact.Route;
import clbdoctor.fact.RouteKind;
import clbdoctor.fact.VirtualAddressHeld;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the addresses that matter to the check the server has. */
final class Addresses {
  private Addresses() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation.backEnd().ifPresent(backEnd -> presence(situation, backEnd, conclusions));
    Optional<IpAddress> virtual = situation.listener().flatMap(Listener::virtualAddress);
    virtual.ifPresent(address -> held(situation, address, conclusions));
    virtual.ifPresent(address -> passThrough(situation, address, conclusions));
  }

  private static void presence(Situation situation, BackEnd backEnd, Conclusions conclusions) {
    Optional<NetworkInterface> own = situation.privateInterface();
    if (own.isPresent()) {
      own.get()
          .up()
          .map(up -> up ? Presence.UP : Presence.DOWN)
          .ifPresent(
              presence ->
                  conclusions.add(
                      new AddressPresence(backEnd.privateAddress(), presence), own.get(), backEnd));
      return;
    }
    List<Fact> listed =
        situation
            .facts()
            .of(NetworkInterface.class)
            .filter(i -> !i.addresses().isEmpty())
            .map(Fact.class::cast)
            .toList();
    if (!listed.isEmpty()) {
      conclusions.add(
          new AddressPresence(backEnd.privateAddress(), Presence.MISSING),
          Stream.concat(listed.stream(), Stream.of(backEnd)).toList());
    }
  }

  private static void held(Situation situation, IpAddress address, Conclusions conclusions) {
    List<Fact> holding =
        Stream.of(
                situation
                    .facts()
                    .of(NetworkInterface.class)
                    .filter(i -> i.addresses().contains(address)),
                localRoutes(situation).filter(r -> r.destination().contains(address)),
                asked(situation, address).filter(r -> r.kind() == RouteKind.LOCAL))
            .flatMap(found -> found.map(Fact.class::cast))
            .toList();
    if (!holding.isEmpty()) {
      conclusions.add(new VirtualAddressHeld(address, true), holding);
      return;
    }
    List<Fact> looked =
        Stream.concat(localRoutes(situation), asked(situation, address))
            .map(Fact.class::cast)
            .toList();
    if (!looked.isEmpty()) {
      conclusions.add(new VirtualAddressHeld(address, false), looked);
    }
  }

  private static Stream<Route> localRoutes(Situation situation) {
    return situation.facts().of(Route.class).filter(r -> r.kind() == RouteKind.LOCAL);
  }

  private static Stream<ReplyRoute> asked(Situation situation, IpAddress address) {
    return situation.facts().of(ReplyRoute.class).filter(r -> r.destination().equals(address));
  }

  private static void passThrough(Situation situation, IpAddress address, Conclusions conclusions) {
    for (LoadBalancer balancer : situation.facts().list(LoadBalancer.class)) {
      if (balancer.passThrough().orElse(false)) {
        conclusions.add(new PassThrough(address), balancer);
      }
    }
  }
}
