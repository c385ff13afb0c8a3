package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.EchoSwitch;
import clbdoctor.fact.Sysctl;

/** What the kernel's parameter for ping says, of the version of IP that the check uses. */
final class EchoSwitches {
  private EchoSwitches() {}

  static void derive(Situation situation, Conclusions conclusions) {
    String name =
        situation.family() == AddressFamily.IPV4
            ? "net.ipv4.icmp_echo_ignore_all"
            : "net.ipv6.icmp.echo_ignore_all";
    situation
        .facts()
        .of(Sysctl.class)
        .filter(sysctl -> sysctl.name().equals(name) && sysctl.value().strip().matches("[01]"))
        .forEach(
            sysctl -> conclusions.add(new EchoSwitch(sysctl.value().strip().equals("1")), sysctl));
  }
}
