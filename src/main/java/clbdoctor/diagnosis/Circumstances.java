package clbdoctor.diagnosis;

import clbdoctor.fact.Facts;
import clbdoctor.fact.FilterOpening;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.FirewallTool;
import clbdoctor.fact.InitSystem;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Platform;
import clbdoctor.fact.ServerSoftware;
import clbdoctor.fact.Service;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What decides which commands fit a server.
 *
 * @param firewalls the tools that block the check, or else those in use; empty when nobody knows
 * @param openings the tools by which computed changes let the check through
 */
public record Circumstances(
    Optional<OperatingSystem> os,
    Set<FirewallTool> firewalls,
    Optional<ServerSoftware> software,
    Optional<InitSystem> initSystem,
    Set<FirewallTool> openings) {

  public static Circumstances of(Facts facts) {
    Optional<Platform> platform = facts.first(Platform.class);
    Set<FirewallTool> inUse = EnumSet.noneOf(FirewallTool.class);
    Set<FirewallTool> blocking = EnumSet.noneOf(FirewallTool.class);
    for (FirewallReading reading : facts.list(FirewallReading.class)) {
      inUse.add(reading.tool());
      if (reading.blocks()) {
        blocking.add(reading.tool());
      }
    }
    return new Circumstances(
        platform.map(Platform::os),
        blocking.isEmpty() ? inUse : blocking,
        facts.first(Service.class).flatMap(Service::software),
        platform.flatMap(Platform::initSystem),
        facts.of(FilterOpening.class).map(FilterOpening::tool).collect(Collectors.toSet()));
  }
}
