package clbdoctor.live;

import clbdoctor.fact.InitSystem;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the program knows of the host before any command runs; the plan is made from it.
 *
 * @param platform its system
 * @param root whether the program has all rights
 * @param programs names of the programs on the way of the shell
 * @param paths which of the files that the plan asks for are there
 * @param addresses its addresses, those on the default route first
 */
public record Host(
    Platform platform,
    boolean root,
    Set<String> programs,
    Set<Path> paths,
    List<LocalAddress> addresses) {

  /** An address and the interface that has it. */
  public record LocalAddress(IpAddress address, String device) {}

  public Host {
    programs = Set.copyOf(programs);
    paths = Set.copyOf(paths);
    addresses = List.copyOf(addresses);
  }

  boolean has(String program) {
    return programs.contains(program);
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
