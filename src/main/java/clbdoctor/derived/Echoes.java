package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.EchoSwitch;
import clbdoctor.fact.EchoTime;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import clbdoctor.fact.Sysctl;

/** Whether and how soon the server answers ping, as far as a check needs it. */
final class Echoes {
  private Echoes() {}

  static void derive(Situation situation, Conclusions conclusions) {
    ofKernel(situation, conclusions);
    situation
        .check()
        .filter(HealthCheck::ping)
        .ifPresent(check -> ofProbes(situation, check, conclusions));
  }

  /** The parameter of the version of IP that the check uses. */
  private static void ofKernel(Situation situation, Conclusions conclusions) {
    String name =
        situation.family() == AddressFamily.IPV4
            ? "net.ipv4.icmp_echo_ignore_all"
            : "net.ipv6.icmp.echo_ignore_all";
    for (Sysctl sysctl : situation.facts().list(Sysctl.class)) {
      if (sysctl.name().equals(name) && sysctl.value().strip().matches("[01]")) {
        conclusions.add(new EchoSwitch(sysctl.value().strip().equals("1")), sysctl);
      }
    }
  }

  private static void ofProbes(Situation situation, HealthCheck check, Conclusions conclusions) {
    for (Probe probe : situation.facts().list(Probe.class)) {
      if (probe.method() == ProbeMethod.PING
          && probe.fromOutside()
          && probe.outcome() == ProbeOutcome.ANSWERED
          && probe.latencyMillis().isPresent()
          && check.timeoutSeconds().isPresent()) {
        conclusions.add(
            new EchoTime(
                probe.latencyMillis().get(), check.timeoutSeconds().get() * 1000, probe.from()),
            probe,
            check);
      }
    }
  }
}
