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
import clbdoctor.fact.LogLine;
import clbdoctor.fact.NetworkInterface;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ReplyRoute;
import clbdoctor.fact.RequestPart;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.fact.Sysctl;
import clbdoctor.fact.TransportProtocol;
import clbdoctor.text.Line;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The facts of a report as far as they are known, and the few that almost every computation asks
 * for. These few are observed ones, so they are there from the beginning.
 */
final class Situation {

  /** As the kernel and systemd.net-naming-scheme(7) name Ethernet cards. */
  private static final Pattern NETWORK_CARD = Pattern.compile("(?:eth[0-9]+|en[opsx][0-9a-z]+)");

  private final Facts facts;
  private final Optional<BackEnd> backEnd;
  private final Optional<HealthCheck> check;
  private final Optional<Listener> listener;
  private final Optional<Integer> checkedPort;
  private final TransportProtocol transport;
  private final List<Probe> probes;
  private final Map<Probe, Set<RequestPart>> differences = new IdentityHashMap<>();
  private final Map<LogLine, Line> lines = new IdentityHashMap<>();

  Situation(Facts facts) {
    this.facts = facts;
    this.backEnd = facts.first(BackEnd.class);
    this.check = facts.first(HealthCheck.class);
    this.listener = facts.first(Listener.class);
    this.checkedPort = check.flatMap(HealthCheck::port).or(() -> backEnd.map(BackEnd::port));
    this.transport = transport(check, listener);
    this.probes = facts.list(Probe.class, this::concernsCheckedPort);
  }

  Facts facts() {
    return facts;
  }

  Optional<BackEnd> backEnd() {
    return backEnd;
  }

  Optional<HealthCheck> check() {
    return check;
  }

  Optional<Listener> listener() {
    return listener;
  }

  Optional<CloudProvider> provider() {
    return listener().flatMap(Listener::provider);
  }

  /** The kernel parameter of this name. */
  Optional<Sysctl> sysctl(String name) {
    for (Sysctl sysctl : facts.list(Sysctl.class)) {
      if (sysctl.name().equals(name)) {
        return Optional.of(sysctl);
      }
    }
    return Optional.empty();
  }

  boolean surveyed(Subject subject) {
    for (Surveyed surveyed : facts.list(Surveyed.class)) {
      if (surveyed.subject() == subject) {
        return true;
      }
    }
    return false;
  }

  /** The port the check aims at. */
  Optional<Integer> checkedPort() {
    return checkedPort;
  }

  /** What the program on the real server is to listen with for the check. */
  TransportProtocol transport() {
    return transport;
  }

  /** The probes of the checked port, in whatever way. */
  List<Probe> probes() {
    return probes;
  }

  private boolean concernsCheckedPort(Probe probe) {
    return probe.port().isEmpty() || probe.port().equals(checkedPort);
  }

  /** In what the request of a probe of the checked port differs from the request of the check. */
  Set<RequestPart> differences(Probe probe) {
    return differences.computeIfAbsent(probe, asked -> Requests.differences(this, asked));
  }

  /** The text of a log line, to look for phrases in it. */
  Line line(LogLine logged) {
    return lines.computeIfAbsent(logged, one -> Line.of(one.text()));
  }

  private static TransportProtocol transport(
      Optional<HealthCheck> check, Optional<Listener> listener) {
    if (check.map(HealthCheck::method).filter(CheckMethod::overTcp).isPresent()) {
      return TransportProtocol.TCP;
    }
    boolean udp =
        listener.map(l -> l.protocol() == ListenerProtocol.UDP).orElse(false)
            || check.map(HealthCheck::ping).orElse(false);
    return udp ? TransportProtocol.UDP : TransportProtocol.TCP;
  }

  /** Whether the check sends this, as far as anybody knows. */
  boolean mayCheckBy(CheckMethod... methods) {
    for (CheckMethod method : methods) {
      if (check.isEmpty() || check.get().method() == method) {
        return true;
      }
    }
    return false;
  }

  /** The interface that has the private address. */
  Optional<NetworkInterface> privateInterface() {
    return backEnd()
        .flatMap(
            backEnd ->
                facts.first(
                    NetworkInterface.class, i -> i.addresses().contains(backEnd.privateAddress())));
  }

  /**
   * The interface by which the check comes in and its answer leaves.
   *
   * @param device the one that has the private address
   * @param routes that show the way back by the same device
   */
  record BothWays(NetworkInterface device, List<ReplyRoute> routes) {
    List<Fact> premises() {
      List<Fact> premises = new ArrayList<>(routes);
      premises.add(device);
      return premises;
    }
  }

  /**
   * A cloud delivers a packet at the network card that has its address. Of bridges, bonds and the
   * like nothing is said: packets pass their parts too.
   */
  Optional<BothWays> onlyInterface() {
    List<ReplyRoute> routes = facts.list(ReplyRoute.class);
    return privateInterface()
        .filter(device -> NETWORK_CARD.matcher(device.name()).matches())
        .filter(device -> !routes.isEmpty())
        .filter(
            device -> routes.stream().allMatch(r -> r.device().equals(Optional.of(device.name()))))
        .map(device -> new BothWays(device, routes));
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
