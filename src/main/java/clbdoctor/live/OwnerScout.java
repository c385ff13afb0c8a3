package clbdoctor.live;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the process that listens on a port by reading {@code /proc}, proc(5): the sockets with
 * their inodes in {@code /proc/net/tcp}, the descriptors in {@code /proc/PID/fd}.
 */
final class OwnerScout {
  private static final String LISTENING = "0A";
  private static final String UNCONNECTED = "07";
  private static final Pattern UNIT = Pattern.compile("/([^/]+)\\.service(?:/|$)");
  private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\d+)\\s.*$");
  private static final Pattern LOG =
      Pattern.compile(".*(?:access|error|catalina)[^/]*(?:log|out|txt)");
  private static final int MOST_LOGS = 6;

  private final Path proc;

  OwnerScout(Path proc) {
    this.proc = proc;
  }

  /** The process on the port; of several the first, which is the master of the others. */
  Optional<PortOwner> owner(int port, boolean udp) {
    Set<String> links = new HashSet<>();
    for (String table : udp ? List.of("udp", "udp6") : List.of("tcp", "tcp6")) {
      lines(proc.resolve("net").resolve(table))
          .flatMap(row -> inode(row, port, udp ? UNCONNECTED : LISTENING).stream())
          .forEach(inode -> links.add("socket:[" + inode + "]"));
    }
    return links.isEmpty()
        ? Optional.empty()
        : processes().filter(pid -> holds(pid, links)).findFirst().map(this::describe);
  }

  /** The inode in a row of {@code /proc/net/tcp}, when it is a socket of that port and state. */
  static Optional<String> inode(String row, int port, String state) {
    String[] words = row.trim().split("\\s+");
    boolean wanted =
        words.length > 9 && words[1].endsWith(":%04X".formatted(port)) && words[3].equals(state);
    return wanted ? Optional.of(words[9]) : Optional.empty();
  }

  /**
   * The logs of a service that need not run, in the folder that packages of Linux distributions
   * give it: {@code /var/log/nginx/error.log}.
   */
  static List<String> logs(Path varLog, String service) {
    Path folder = varLog.resolve(service.replaceFirst("\\.service$", ""));
    return folder.getParent().equals(varLog)
        ? names(folder).stream()
            .map(name -> folder.resolve(name).toString())
            .filter(path -> LOG.matcher(path).matches())
            .sorted()
            .limit(MOST_LOGS)
            .toList()
        : List.of();
  }

  private Stream<Integer> processes() {
    return names(proc).stream()
        .filter(name -> name.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .sorted();
  }

  private boolean holds(int pid, Set<String> links) {
    return descriptors(pid).stream().anyMatch(link -> links.contains(link.toString()));
  }

  private List<Path> descriptors(int pid) {
    List<Path> links = new ArrayList<>();
    Path folder = proc.resolve(pid + "/fd");
    for (String name : names(folder)) {
      try {
        links.add(Files.readSymbolicLink(folder.resolve(name)));
      } catch (IOException e) {
        // Closed meanwhile.
      }
    }
    return links;
  }

  private PortOwner describe(int pid) {
    List<Path> open = descriptors(pid);
    Optional<String> group = controlGroup(pid);
    return new PortOwner(
        pid,
        text(pid, "comm").map(String::trim).orElse("?"),
        group.flatMap(OwnerScout::unit),
        runningSeconds(pid),
        group.map(this::limitFiles).orElse(List.of()),
        open.isEmpty() ? Optional.empty() : Optional.of((long) open.size()),
        text(pid, "limits").flatMap(OwnerScout::openFilesLimit),
        open.stream()
            .map(Path::toString)
            .filter(path -> LOG.matcher(path).matches())
            .distinct()
            .sorted(Comparator.naturalOrder())
            .limit(MOST_LOGS)
            .toList());
  }

  /** The control group in {@code /proc/PID/cgroup}: of version 2, or of systemd in version 1. */
  private Optional<String> controlGroup(int pid) {
    return text(pid, "cgroup").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("0::") || line.contains(":name=systemd:"))
        .map(line -> line.replaceFirst("^[^:]*:[^:]*:", ""))
        .filter(path -> !path.equals("/"))
        .findFirst();
  }

  private static Optional<Integer> runningSeconds(int pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .map(start -> (int) Duration.between(start, Instant.now()).toSeconds());
  }

  /** Of version 2, or each in the hierarchy of its controller in version 1, cgroups(7). */
  private List<String> limitFiles(String group) {
    String mount = "/sys/fs/cgroup";
    return Stream.of("pids.current", "pids.max", "cpu.stat")
        .map(
            file ->
                Stream.of("", "/" + file.substring(0, file.indexOf('.')))
                    .map(controller -> mount + controller + group + "/" + file)
                    .filter(path -> Files.isReadable(Path.of(path)))
                    .findFirst())
        .flatMap(Optional::stream)
        .toList();
  }

  static Optional<String> unit(String group) {
    Matcher unit = UNIT.matcher(group);
    return unit.find() ? Optional.of(unit.group(1)) : Optional.empty();
  }

  /** The soft limit in {@code /proc/PID/limits}. */
  static Optional<Long> openFilesLimit(String limits) {
    Matcher row = OPEN_FILES.matcher(limits);
    return row.find() ? Optional.of(Long.valueOf(row.group(1))) : Optional.empty();
  }

  private Optional<String> text(int pid, String file) {
    try {
      return Optional.of(Files.readString(proc.resolve(pid + "/" + file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // Not ours to see, or gone meanwhile.
    }
    return names;
  }
}
