package clbdoctor.live;

import static clbdoctor.fact.Subject.*;

import java.time.Duration;

/** What to look at on Windows, by PowerShell and netsh. */
final class WindowsPlan {
  private static final Duration SLOW = Duration.ofSeconds(20);

  private final Target target;
  private final PlanBuilder plan;

  private WindowsPlan(Target target, PlanBuilder plan) {
    this.target = target;
    this.plan = plan;
  }

  static void add(Host host, Target target, PlanBuilder plan) {
    WindowsPlan windows = new WindowsPlan(target, plan);
    windows.sockets();
    windows.firewall();
    windows.network();
    windows.load();
    windows.services(host);
    windows.absent();
  }

  private void sockets() {
    plan.look(Look.of("netstat -ano", SOCKETS));
    plan.look(Look.of("tasklist"));
    plan.look(Look.of("netsh http show iplisten", HTTP_LISTEN_ADDRESSES));
  }

  private void firewall() {
    plan.look(
        Look.of("netsh advfirewall show allprofiles", FIREWALL, FIREWALL_RULESETS).within(SLOW));
    plan.look(
        Look.of(
                "netsh advfirewall firewall show rule name=all verbose",
                FIREWALL,
                FIREWALL_RULESETS)
            .within(SLOW));
    plan.look(Look.powerShell("Get-NetConnectionProfile", FIREWALL));
  }

  private void network() {
    plan.look(Look.of("route print", ROUTES));
    target
        .source()
        .ifPresent(
            source ->
                plan.look(
                    Look.powerShell("Find-NetRoute -RemoteIPAddress " + source, REPLY_ROUTES)));
  }

  private void load() {
    plan.look(Look.powerShell("Get-Date -Format o", CLOCK));
    plan.look(Look.powerShell("Get-Counter '\\Processor(_Total)\\% Processor Time'", LOAD));
  }

  private void services(Host host) {
    target
        .service()
        .ifPresent(name -> plan.look(Look.powerShell("Get-Service -Name '" + name + "'", SERVICE)));
    if (host.has("appcmd.exe")) {
      plan.look(Look.of("appcmd list apppool", APPLICATION_POOLS));
    }
  }

  private void absent() {
    plan.none(SELINUX, "SELinux is a part of Linux");
    plan.none(ACCESS_DENIALS, "SELinux and AppArmor are parts of Linux");
    plan.none(TCP_WRAPPERS, "Windows has no TCP wrappers");
    plan.none(CONTROL_GROUPS, "Windows has no control groups");
    plan.none(REVERSE_PATH, "Windows has no such check of arriving packets");
  }
}
