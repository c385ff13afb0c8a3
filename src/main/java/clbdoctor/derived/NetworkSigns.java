package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.ConnectionCount;
import clbdoctor.fact.EphemeralPorts;
import clbdoctor.fact.Fact;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.LogLine;
import clbdoctor.fact.MethodTried;
import clbdoctor.fact.NetworkMessage;
import clbdoctor.fact.NetworkMessageKind;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.PathProbe;
import clbdoctor.fact.Platform;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Recycling;
import clbdoctor.fact.RequestPart;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Surveyed;
import clbdoctor.fact.Sysctl;
import clbdoctor.fact.TcpState;
import clbdoctor.fact.TimeWaitRecycling;
import clbdoctor.fact.VpnFilter;
import clbdoctor.text.Phrases;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What logs, versions, counts and the size of packets say about the network stack. */
final class NetworkSigns {
  private static final Pattern RELEASE = Pattern.compile("(\\d{1,3})\\.(\\d{1,3}).*");
  private static final Pattern PORT_RANGE = Pattern.compile("\\s*(\\d{1,5})\\s+(\\d{1,5})\\s*");
  private static final Phrases<NetworkMessageKind> MESSAGES =
      new Phrases<NetworkMessageKind>()
          .with(
              NetworkMessageKind.NEIGHBOUR_TABLE_OVERFLOW, "(neighbou?r|arp_cache).*table overflow")
          // EADDRNOTAVAIL of a bind means a missing address, not a missing port.
          .with(
              NetworkMessageKind.NO_FREE_PORT,
              "^(?!.*\\bbind).*(connect|dial|upstream).*(cannot|can't) assign requested address"
                  + "|ephemeral port number.*failed due to all such ports being in use");

  private static final Set<RequestPart> OF_METHOD = EnumSet.of(RequestPart.METHOD);

  private NetworkSigns() {}

  static void derive(Situation situation, Conclusions conclusions) {
    recycling(situation, conclusions);
    situation.facts().list(LogLine.class).forEach(line -> message(situation, line, conclusions));
    situation.facts().list(Probe.class).forEach(p -> ofPing(p, conclusions));
    situation.probes().forEach(probe -> ofRequest(situation, probe, conclusions));
    situation.facts().list(FirewallReading.class).forEach(r -> vpnFilter(r, conclusions));
    ports(situation, conclusions);
  }

  /** Whoever looked at all parameters and did not find this one has a kernel without it. */
  private static void recycling(Situation situation, Conclusions conclusions) {
    Optional<Sysctl> set = situation.sysctl("net.ipv4.tcp_tw_recycle");
    if (set.isPresent()) {
      boolean off = set.get().value().strip().equals("0");
      conclusions.add(new TimeWaitRecycling(off ? Recycling.OFF : Recycling.ON), set.get());
    } else if (situation.surveyed(Subject.SYSCTLS)) {
      conclusions.add(new TimeWaitRecycling(Recycling.OFF), surveys(situation));
    } else {
      for (Platform platform : situation.facts().list(Platform.class)) {
        byPlatform(platform)
            .ifPresent(state -> conclusions.add(new TimeWaitRecycling(state), platform));
      }
    }
  }

  /** Linux 4.12 removed the parameter. */
  private static Optional<Recycling> byPlatform(Platform platform) {
    if (platform.os() == OperatingSystem.WINDOWS) {
      return Optional.of(Recycling.OFF);
    }
    Matcher matcher = RELEASE.matcher(platform.kernel().orElse(""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int major = Integer.parseInt(matcher.group(1));
    boolean removed = major > 4 || major == 4 && Integer.parseInt(matcher.group(2)) >= 12;
    return Optional.of(removed ? Recycling.OFF : Recycling.OFFERED);
  }

  private static List<Fact> surveys(Situation situation) {
    return situation
        .facts()
        .of(Surveyed.class)
        .filter(surveyed -> surveyed.subject() == Subject.SYSCTLS)
        .map(Fact.class::cast)
        .toList();
  }

  /** Tailscale keeps its rules in chains of this name. */
  private static void vpnFilter(FirewallReading reading, Conclusions conclusions) {
    reading
        .rule()
        .filter(rule -> reading.blocks() && rule.contains("ts-input"))
        .ifPresent(rule -> conclusions.add(new VpnFilter(rule), reading));
  }

  private static void message(Situation situation, LogLine line, Conclusions conclusions) {
    MESSAGES
        .meaning(situation.line(line))
        .ifPresent(kind -> conclusions.add(new NetworkMessage(kind, line.text()), line));
  }

  private static void ofPing(Probe probe, Conclusions conclusions) {
    if (probe.method() == ProbeMethod.PING) {
      boolean answered = probe.outcome() == ProbeOutcome.ANSWERED;
      if (answered || probe.outcome() == ProbeOutcome.TIMED_OUT) {
        probe
            .payloadBytes()
            .ifPresent(b -> conclusions.add(new PathProbe(b, answered, probe.from()), probe));
      }
    }
  }

  private static void ofRequest(Situation situation, Probe probe, Conclusions conclusions) {
    if (showsAnswerOrSilence(probe) && OF_METHOD.containsAll(situation.differences(probe))) {
      Optional<HttpMethod> ofCheck = situation.check().flatMap(HealthCheck::httpMethod);
      probe
          .httpMethod()
          .or(() -> ofCheck)
          .ifPresent(
              method ->
                  conclusions.add(
                      new MethodTried(
                          method,
                          ofCheck.map(method::equals).orElse(true),
                          probe.outcome() == ProbeOutcome.ANSWERED,
                          probe.from()),
                      probe));
    }
  }

  private static boolean showsAnswerOrSilence(Probe probe) {
    boolean http = probe.method() == ProbeMethod.HTTP || probe.method() == ProbeMethod.HTTPS;
    return http
        && (probe.outcome() == ProbeOutcome.ANSWERED
            || probe.outcome() == ProbeOutcome.CONNECTED_SILENT);
  }

  /** Counts with a local port are connections of clients; they take no port of the range. */
  private static void ports(Situation situation, Conclusions conclusions) {
    Optional<Sysctl> range =
        situation
            .sysctl("net.ipv4.ip_local_port_range")
            .filter(s -> PORT_RANGE.matcher(s.value()).matches());
    List<ConnectionCount> counts =
        situation.facts().list(ConnectionCount.class, c -> c.state() == TcpState.TIME_WAIT);
    if (range.isEmpty() || counts.isEmpty()) {
      return;
    }
    Matcher matcher = PORT_RANGE.matcher(range.get().value());
    if (matcher.matches()) {
      int size = Integer.parseInt(matcher.group(2)) - Integer.parseInt(matcher.group(1)) + 1;
      long taken =
          counts.stream().mapToLong(c -> c.localPort().isEmpty() ? c.count() : -c.count()).sum();
      List<Fact> premises = new ArrayList<>(counts);
      premises.add(range.get());
      conclusions.add(
          new EphemeralPorts((int) Math.max(0, Math.min(taken * 100 / Math.max(size, 1), 1000))),
          premises);
    }
  }
}
