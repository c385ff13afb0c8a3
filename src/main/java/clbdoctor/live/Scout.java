package clbdoctor.live;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.InitSystem;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Platform;
import clbdoctor.live.Host.LocalAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Learns by reading alone, without any command, what the plan must know of the host. */
public final class Scout {

  /** Where administrators' programs are, though the way of a user's shell may leave them out. */
  private static final List<String> FURTHER_FOLDERS =
      List.of("/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/bin", "/bin");

  /** Files whose presence decides what is worth looking at. */
  static final List<String> TELLING =
      List.of(
          "/etc/hosts.allow",
          "/etc/hosts.deny",
          "/proc/net/ip_tables_names",
          "/proc/net/ip6_tables_names",
          "/proc/pressure/cpu",
          "/run/docker.sock",
          "/run/podman/podman.sock",
          "/run/containerd/containerd.sock",
          "/run/crio/crio.sock",
          "/sys/fs/selinux/enforce",
          "/sys/kernel/security/apparmor/profiles",
          "/var/lib/kubelet",
          "/var/lib/rancher",
          "/var/log/messages",
          "/var/log/syslog",
          "/etc/crowdsec");

  /** Interfaces of container engines and hypervisors; no load balancer forwards to them. */
  private static final String INTERNAL = "(?:docker|br-|veth|virbr|cni|flannel|cali|kube|lxc).*";

  private final Path root;

  /** A scout of the file system below {@code root}. */
  Scout(Path root) {
    this.root = root;
  }

  /** The host that the program runs on. */
  public static Host host() {
    return new Scout(Path.of("/")).read();
  }

  private Host read() {
    return new Host(
        platform(),
        "root".equals(System.getProperty("user.name")),
        programs(),
        processes(),
        TELLING.stream().map(Path::of).filter(p -> Files.exists(at(p))).collect(Collectors.toSet()),
        addresses(),
        LocalDateTime.now());
  }

  private Set<String> processes() {
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at(Path.of("/proc")), "[0-9]*")) {
      entries.forEach(
          entry ->
              text("/proc/" + entry.getFileName() + "/comm")
                  .map(String::trim)
                  .ifPresent(names::add));
    } catch (IOException | DirectoryIteratorException e) {
      return Set.of();
    }
    return names;
  }

  private Path at(Path path) {
    return root.resolve(Path.of("/").relativize(path));
  }

  Platform platform() {
    if (System.getProperty("os.name").startsWith("Windows")) {
      return new Platform(
          OperatingSystem.WINDOWS,
          Optional.of(System.getProperty("os.name")),
          Optional.of(System.getProperty("os.version")),
          Optional.of(InitSystem.WINDOWS_SERVICES));
    }
    return new Platform(
        OperatingSystem.LINUX,
        text("/etc/os-release").flatMap(Scout::prettyName),
        text("/proc/sys/kernel/osrelease").map(String::trim),
        initSystem());
  }

  private Optional<InitSystem> initSystem() {
    return text("/proc/1/comm")
        .map(String::trim)
        .flatMap(
            name ->
                Files.exists(at(Path.of("/run/systemd/system")))
                    ? Optional.of(InitSystem.SYSTEMD)
                    : name.equals("init") ? Optional.of(InitSystem.SYSV) : Optional.empty());
  }

  private static Optional<String> prettyName(String release) {
    return release
        .lines()
        .filter(line -> line.startsWith("PRETTY_NAME="))
        .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
        .findFirst();
  }

  private Optional<String> text(String path) {
    try {
      return Optional.of(Files.readString(at(Path.of(path))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Set<String> programs() {
    List<String> folders =
        new ArrayList<>(
            List.of(
                Optional.ofNullable(System.getenv("PATH"))
                    .orElse("")
                    .split(System.getProperty("path.separator"))));
    folders.addAll(FURTHER_FOLDERS);
    Set<String> names = new HashSet<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(at(Path.of(folder).toAbsolutePath()))) {
        files.forEach(file -> names.add(file.getFileName().toString()));
      } catch (IOException | java.nio.file.InvalidPathException e) {
        // A folder that cannot be listed holds no program for us.
      }
    }
    return names;
  }

  private List<LocalAddress> addresses() {
    Optional<String> outward = text("/proc/net/route").flatMap(Scout::defaultDevice);
    List<LocalAddress> found = new ArrayList<>();
    try {
      for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress address : Collections.list(device.getInetAddresses())) {
          if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
            IpAddress.tryParse(address.getHostAddress().replaceFirst("%.*", ""))
                .ifPresent(a -> found.add(new LocalAddress(a, device.getName())));
          }
        }
      }
    } catch (java.net.SocketException e) {
      return List.of();
    }
    return found.stream().sorted(Comparator.comparing(a -> strangeness(a, outward))).toList();
  }

  /** Lower for what a load balancer rather forwards to. */
  private static int strangeness(LocalAddress local, Optional<String> outward) {
    int strange = local.address().family() == AddressFamily.IPV4 ? 0 : 1;
    strange += local.device().matches(INTERNAL) ? 8 : 0;
    strange += outward.equals(Optional.of(local.device())) ? 0 : 4;
    return strange;
  }

  /** The interface of the default route in the text of {@code /proc/net/route}, proc(5). */
  static Optional<String> defaultDevice(String routes) {
    return routes
        .lines()
        .map(line -> line.split("\\s+"))
        .filter(words -> words.length > 7 && words[1].equals("00000000"))
        .filter(words -> words[7].equals("00000000"))
        .map(words -> words[0])
        .findFirst();
  }
}
