package clbdoctor.derived;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CloudProvider;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Listener;
import clbdoctor.fact.ListenerProtocol;
import clbdoctor.fact.NetworkInterface;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.fact.TransportProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts of a report, and the few that almost every computation asks for. */
record Situation(Facts facts) {
  Optional<BackEnd> backEnd() {
    return facts.of(BackEnd.class).findFirst();
  }

  Optional<HealthCheck> check() {
    return facts.of(HealthCheck.class).findFirst();
  }

  Optional<Listener> listener() {
    return facts.of(Listener.class).findFirst();
  }

  Optional<CloudProvider> provider() {
    return listener().flatMap(Listener::provider);
  }

  boolean surveyed(Subject subject) {
    return facts.of(Surveyed.class).anyMatch(surveyed -> surveyed.subject() == subject);
  }

  /** The port the check aims at. */
  Optional<Integer> checkedPort() {
    return check().flatMap(HealthCheck::port).or(() -> backEnd().map(BackEnd::port));
  }

  /** What the program on the real server is to listen with for the check. */
  TransportProtocol transport() {
    if (check().map(HealthCheck::method).filter(CheckMethod::overTcp).isPresent()) {
      return TransportProtocol.TCP;
    }
    boolean udp =
        listener().map(l -> l.protocol() == ListenerProtocol.UDP).orElse(false)
            || check().map(HealthCheck::ping).orElse(false);
    return udp ? TransportProtocol.UDP : TransportProtocol.TCP;
  }

  /** Whether the check sends this, as far as anybody knows. */
  boolean mayCheckBy(CheckMethod... methods) {
    return check().isEmpty() || List.of(methods).contains(check().get().method());
  }

  /** The interface that has the private address. */
  Optional<NetworkInterface> privateInterface() {
    return backEnd()
        .flatMap(
            backEnd ->
                facts
                    .of(NetworkInterface.class)
                    .filter(i -> i.addresses().contains(backEnd.privateAddress()))
                    .findFirst());
  }

  AddressFamily family() {
    return backEnd().map(b -> b.privateAddress().family()).orElse(AddressFamily.IPV4);
  }

  /** The back end, listener and check that are known, as premises. */
  List<Fact> settings() {
    List<Fact> settings = new ArrayList<>();
    backEnd().ifPresent(settings::add);
    check().ifPresent(settings::add);
    return settings;
  }
}
