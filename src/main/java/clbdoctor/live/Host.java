package clbdoctor.live;

import clbdoctor.fact.InitSystem;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Platform;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the program knows of the host before any command runs; the plan is made from it.
 *
 * @param platform its system
 * @param root whether the program has all rights
 * @param programs names of the programs on the way of the shell
 * @param processes names of the processes that run
 * @param paths which of the files that the plan asks for are there
 * @param addresses its addresses, those on the default route first
 * @param now its clock
 */
public record Host(
    Platform platform,
    boolean root,
    Set<String> programs,
    Set<String> processes,
    Set<Path> paths,
    List<LocalAddress> addresses,
    LocalDateTime now) {

  /** An address and the interface that has it. */
  public record LocalAddress(IpAddress address, String device) {}

  public Host {
    programs = Set.copyOf(programs);
    processes = Set.copyOf(processes);
    paths = Set.copyOf(paths);
    addresses = List.copyOf(addresses);
  }

  boolean has(String program) {
    return programs.contains(program);
  }

  boolean runs(String process) {
    return processes.contains(process);
  }

  boolean hasPath(String path) {
    return paths.contains(Path.of(path));
  }

  boolean linux() {
    return platform.os() == OperatingSystem.LINUX;
  }

  boolean systemd() {
    return platform.initSystem().equals(Optional.of(InitSystem.SYSTEMD));
  }

  /** The address that the load balancer most probably forwards to. */
  public Optional<LocalAddress> privateAddress() {
    return addresses.stream().findFirst();
  }

  /** The interface that has this address. */
  Optional<String> device(IpAddress address) {
    return addresses.stream()
        .filter(local -> local.address().equals(address))
        .map(LocalAddress::device)
        .findFirst();
  }
}
