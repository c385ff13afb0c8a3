package clbdoctor.live;

import clbdoctor.fact.BackEnd;
import clbdoctor.fact.Facts;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Listener;
import clbdoctor.fact.ListenerProtocol;
import clbdoctor.fact.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the looks are about.
 *
 * @param address the back end's private address
 * @param port the port the check aims at
 * @param sources where the check comes from
 * @param service the unit that is meant to answer, where somebody named it
 * @param owner the process that listens on the port; when none does, on the port of the binding
 * @param logs log files of both
 * @param intervalSeconds time between two checks
 */
public record Target(
    IpAddress address,
    int port,
    List<IpNetwork> sources,
    Optional<String> service,
    Optional<PortOwner> owner,
    List<String> logs,
    int intervalSeconds) {

  private static final int USUAL_INTERVAL = 5;

  public Target {
    sources = List.copyOf(sources);
    logs = List.copyOf(logs);
  }

  /** The target that the given sections name; they hold at least the back end. */
  public static Target of(Facts given, Optional<String> service) {
    return of(given, service, new OwnerScout(Path.of("/proc")), Path.of("/var/log"));
  }

  private static Target of(Facts given, Optional<String> named, OwnerScout scout, Path varLog) {
    BackEnd backEnd = given.first(BackEnd.class).orElseThrow();
    Optional<HealthCheck> check = given.first(HealthCheck.class);
    int port = check.flatMap(HealthCheck::port).orElse(backEnd.port());
    boolean udp = given.of(Listener.class).anyMatch(l -> l.protocol() == ListenerProtocol.UDP);
    Optional<String> service =
        named.or(() -> given.of(Service.class).map(Service::name).findFirst());
    Optional<PortOwner> owner = scout.owner(port, udp).or(() -> scout.owner(backEnd.port(), udp));
    return new Target(
        backEnd.privateAddress(),
        port,
        check.map(HealthCheck::sources).orElse(List.of()),
        service,
        owner,
        Stream.concat(
                owner.stream().flatMap(o -> o.logs().stream()),
                service.stream().flatMap(name -> OwnerScout.logs(varLog, name).stream()))
            .distinct()
            .toList(),
        check.flatMap(HealthCheck::intervalSeconds).orElse(USUAL_INTERVAL));
  }

  /** An address of the check source: the first that a host may have. */
  Optional<IpAddress> source() {
    return sources.stream()
        .filter(block -> block.address().family() == address.family())
        .findFirst()
        .map(
            block ->
                block.single()
                    ? block.first()
                    : new IpAddress(
                        block.first().family(), block.first().high(), block.first().low() + 1));
  }
}
