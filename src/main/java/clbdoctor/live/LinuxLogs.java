package clbdoctor.live;

import static clbdoctor.fact.Subject.LOGS;
import static java.util.stream.Collectors.toList;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which logs to read on Linux: their last minutes only, so that no old fault is taken for new. */
final class LinuxLogs {
  private static final int MINUTES = 15;

  /** The check comes every few seconds: its last lines tell its state now. */
  private static final int MINUTES_OF_CHECKS = 1;

  private static final String AGENTS =
      "clb-healthcheck|ELB-HealthChecker|GoogleHC|Load Balancer Agent|SLBHealthCheck";

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("dd'.{0,9}[ T:]'HH", Locale.ROOT);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("mm", Locale.ROOT);

  private LinuxLogs() {}

  static void add(Host host, Target target, PlanBuilder plan) {
    plan.look(kernel(host));
    Optional<String> unit = target.service().or(() -> target.owner().flatMap(PortOwner::unit));
    if (host.systemd()) {
      String which = unit.map(u -> "-u " + u).orElse("-p warning");
      plan.look(
          Look.of("journalctl " + which + " --since=-" + MINUTES + "min -n 200 --no-pager", LOGS)
              .orNothing());
    }
    List<String> files = target.logs();
    files.forEach(
        file ->
            plan.look(file.contains("access") ? checks(file, host, target) : errors(file, host)));
    if (host.systemd() || files.stream().anyMatch(file -> !file.contains("access"))) {
      plan.whole(LOGS);
    }
  }

  private static Look kernel(Host host) {
    String journal = "journalctl -k --since=-" + MINUTES + "min --no-pager";
    String ring = "dmesg -T --since=-" + MINUTES + "min";
    return Look.of(host.systemd() ? journal : ring, LOGS).asRoot().orNothing();
  }

  /** From the first line of these minutes on, as a message may go over several lines. */
  private static Look errors(String file, Host host) {
    return Look.piped(
            List.of(
                List.of("tail", "-n", "500", file),
                List.of("sed", "-nE", "/" + last(MINUTES, host.now()) + "/,$p")),
            LOGS)
        .orNothing();
  }

  private static Look checks(String file, Host host, Target target) {
    String sources =
        target.sources().stream()
            .filter(source -> source.single())
            .map(source -> "|^" + source.address().toString().replace(".", "\\."))
            .collect(Collectors.joining());
    return Look.piped(
            List.of(
                List.of("tail", "-n", "5000", file),
                List.of("grep", "-E", last(MINUTES_OF_CHECKS, host.now())),
                List.of("grep", "-E", AGENTS + sources),
                List.of("tail", "-n", "20")),
            LOGS)
        .answeringWith(1)
        .orNothing();
  }

  /**
   * A pattern of the minutes since then, as logs of nginx, Apache and Java write them: {@code
   * 2026/11/22 18:40:01}, {@code 22/Nov/2026:18:40:01}, {@code Nov 22 18:40:01}.
   */
  static String last(int minutes, LocalDateTime now) {
    Map<String, List<String>> byHour =
        IntStream.rangeClosed(0, minutes)
            .mapToObj(now::minusMinutes)
            .collect(
                Collectors.groupingBy(
                    HOUR::format, TreeMap::new, Collectors.mapping(MINUTE::format, toList())));
    return byHour.entrySet().stream()
        .map(hour -> hour.getKey() + ":(" + String.join("|", hour.getValue()) + "):")
        .collect(Collectors.joining("|"));
  }
}
