package clbdoctor.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.GivenFacts;
import clbdoctor.collect.OutputReader;
import clbdoctor.collect.output.CommandOutput;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.Capture;
import clbdoctor.fact.CapturedExchange;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.InitSystem;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.Platform;
import clbdoctor.fact.Subject;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan is data: what would run on a host, though it runs nowhere. */
class PlansTest {
  private static final IpAddress PRIVATE = IpAddress.parse("10.0.0.10");
  private static final Target TARGET =
      new Target(
          PRIVATE,
          80,
          List.of(IpNetwork.parse("100.64.0.0/10")),
          Optional.of("nginx"),
          Optional.empty(),
          List.of(),
          5);

  @Test
  void routesAreAskedForByTheAddressesOfTheCheck() {
    List<String> lines = plan(host(OperatingSystem.LINUX, "/etc/hosts.deny")).lines();
    assertTrue(lines.contains("ip route get 100.64.0.1 from 10.0.0.10"), lines.toString());
    assertTrue(lines.contains("ip route get 10.0.0.10 from 100.64.0.1 iif eth0"));
    assertTrue(lines.contains("systemctl status --no-pager -n 0 nginx"));
    assertTrue(lines.contains("cat /etc/hosts.deny"));
  }

  @Test
  void whatAHostCannotHaveIsNotLookedFor() {
    Plan plan = plan(host(OperatingSystem.LINUX));
    assertTrue(plan.absent().containsKey(Subject.TCP_WRAPPERS));
    assertTrue(plan.absent().containsKey(Subject.CONTAINERS));
    assertFalse(plan.lines().stream().anyMatch(line -> line.startsWith("docker")));
  }

  @Test
  void everyToolOfThePlanHasAReader() {
    for (OperatingSystem os : OperatingSystem.values()) {
      for (Look look : plan(host(os, "/etc/hosts.deny", "/proc/pressure/cpu")).looks()) {
        var read =
            OutputReader.read(CommandOutput.of(look.command(), "?\n"), ReadingContext.UNKNOWN);
        assertFalse(read.recognizedAs().isEmpty() && !look.sections().isEmpty(), look.command());
      }
    }
  }

  /** The reader of the capture must know from the command that nothing was missed. */
  @Test
  void anEmptyCaptureOfTheCheckMeansThatNothingArrives() {
    Look look = PacketCapture.look(host(OperatingSystem.LINUX), TARGET);
    assertEquals(
        "timeout 15 tcpdump -nni any '(net 100.64.0.0/10) and (port 80 or icmp)'", look.command());
    CommandOutput nothing =
        CommandOutput.of(look.command(), "listening on any\n\n0 packets captured\n");
    HealthCheck check =
        GivenFacts.of("healthCheck: { method: TCP, intervalSeconds: 5 }")
            .of(HealthCheck.class)
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(new Capture(CapturedExchange.NOTHING_ARRIVES)),
        OutputReader.read(nothing, ReadingContext.of(List.of(check))).observed());
  }

  @Test
  void noCommandChangesAnything() {
    for (OperatingSystem os : OperatingSystem.values()) {
      for (String line : plan(host(os)).lines()) {
        assertFalse(
            line.matches(".*(\\bset\\b|\\bdelete\\b|\\badd\\b|-[AIDF] |restart|> ).*"), line);
      }
    }
  }

  @Test
  void minutesOfLogsAreThoseBeforeTheClock() {
    assertEquals(
        "21.{0,9}[ T:]23:(59)|22.{0,9}[ T:]00:(01|00)".replace(")|", "):|") + ":",
        LinuxLogs.last(2, LocalDateTime.parse("2026-11-22T00:01:30")));
  }

  private static Plan plan(Host host) {
    return Plans.of(host, TARGET, List.of(new BackEnd(PRIVATE, 80)), false);
  }

  private static Host host(OperatingSystem os, String... paths) {
    return new Host(
        new Platform(os, Optional.empty(), Optional.empty(), Optional.of(InitSystem.SYSTEMD)),
        true,
        Set.of("iptables-save", "tcpdump"),
        Set.of(),
        Set.of(paths).stream().map(Path::of).collect(java.util.stream.Collectors.toSet()),
        List.of(new Host.LocalAddress(PRIVATE, "eth0")),
        LocalDateTime.parse("2026-11-22T18:40:01"));
  }
}
