package clbdoctor.diagnosis;

import clbdoctor.fact.Facts;
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

/**
 * What decides which commands fit a server.
 *
 * @param firewalls the tools that block the check, or else those in use; empty when nobody knows
 */
public record Circumstances(
    Optional<OperatingSystem> os,
    Set<FirewallTool> firewalls,
    Optional<ServerSoftware> software,
    Optional<InitSystem> initSystem) {

  public static Circumstances of(Facts facts) {
    Optional<Platform> platform = facts.of(Platform.class).findFirst();
    Set<FirewallTool> inUse = EnumSet.noneOf(FirewallTool.class);
    Set<FirewallTool> blocking = EnumSet.noneOf(FirewallTool.class);
    facts
        .of(FirewallReading.class)
        .forEach(
            reading -> {
              inUse.add(reading.tool());
              if (reading.blocks()) {
                blocking.add(reading.tool());
              }
            });
    return new Circumstances(
        platform.map(Platform::os),
        blocking.isEmpty() ? inUse : blocking,
        facts.of(Service.class).findFirst().flatMap(Service::software),
        platform.flatMap(Platform::initSystem));
  }
}
