package clbdoctor.collect.output;

import clbdoctor.fact.BackEnd;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.Fact;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Platform;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the situation before a text is read; a parser needs it to tell a probe of the
 * server from one of another host, and a packet of the check from other packets.
 *
 * @param privateAddress the back end's address
 * @param checkedPort the port the check aims at
 * @param checkSources where the check comes from
 * @param intervalSeconds time between two checks
 * @param os the server's operating system
 * @param method how the check is made
 */
public record ReadingContext(
    Optional<IpAddress> privateAddress,
    Optional<Integer> checkedPort,
    List<IpNetwork> checkSources,
    Optional<Integer> intervalSeconds,
    Optional<OperatingSystem> os,
    Optional<CheckMethod> method) {

  /** Nothing is known. */
  public static final ReadingContext UNKNOWN =
      new ReadingContext(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public ReadingContext {
    checkSources = List.copyOf(checkSources);
  }

  /** What these facts tell. */
  public static ReadingContext of(Collection<? extends Fact> facts) {
    Optional<BackEnd> backEnd = first(facts, BackEnd.class);
    Optional<HealthCheck> check = first(facts, HealthCheck.class);
    return new ReadingContext(
        backEnd.map(BackEnd::privateAddress),
        check.flatMap(HealthCheck::port).or(() -> backEnd.map(BackEnd::port)),
        check.map(HealthCheck::sources).orElse(List.of()),
        check.flatMap(HealthCheck::intervalSeconds),
        first(facts, Platform.class).map(Platform::os),
        check.map(HealthCheck::method));
  }

  /** Whether the check comes from this address, as far as is known. */
  public boolean checkSource(IpAddress address) {
    return checkSources.stream().anyMatch(network -> network.contains(address));
  }

  private static <T extends Fact> Optional<T> first(
      Collection<? extends Fact> facts, Class<T> type) {
    Stream<T> found = facts.stream().filter(type::isInstance).map(type::cast);
    return found.findFirst();
  }
}
