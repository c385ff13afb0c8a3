package clbdoctor.live;

import static clbdoctor.fact.Subject.*;

import java.util.List;

/** What to look at of the packet filters of Linux, and of what else turns hosts away. */
final class LinuxFilters {

  /** Processes of products that ban addresses or filter packets themselves. */
  private static final List<String> BANNING =
      List.of(
          "fail2ban-server",
          "crowdsec",
          "sshguard",
          "denyhosts",
          "YDService",
          "YDLive",
          "AliYunDun",
          "hostguard",
          "yunsuo_agent",
          "safedog",
          "ossec-execd",
          "wazuh-execd",
          "falcon-sensor",
          "cbdaemon",
          "ds_agent");

  private final Host host;
  private final PlanBuilder plan;

  private LinuxFilters(Host host, PlanBuilder plan) {
    this.host = host;
    this.plan = plan;
  }

  static void add(Host host, PlanBuilder plan) {
    LinuxFilters filters = new LinuxFilters(host, plan);
    filters.nftables();
    filters.iptables("iptables", "/proc/net/ip_tables_names");
    filters.iptables("ip6tables", "/proc/net/ip6_tables_names");
    filters.managers();
    filters.bans();
    filters.mandatoryAccess();
    filters.tcpWrappers();
  }

  private void nftables() {
    plan.look(Look.of("nft list ruleset", FIREWALL_RULESETS, FIREWALL).asRoot().orNothing());
    plan.whole(FIREWALL_RULESETS);
  }

  /** Either back end may hold rules; only the saving commands create no tables. */
  private void iptables(String tool, String legacyTables) {
    if (host.has(tool + "-nft-save")) {
      ruleset(tool + "-nft-save -c");
    } else if (host.has(tool + "-save")) {
      ruleset(tool + "-save -c");
    }
    if (host.hasPath(legacyTables) && host.has(tool + "-legacy-save")) {
      ruleset(tool + "-legacy-save -c");
    }
  }

  private void ruleset(String line) {
    plan.look(Look.of(line, FIREWALL_RULESETS, FIREWALL).asRoot().orNothing());
  }

  /** Their rules stand in the kernel's tables; what they say themselves helps a reader only. */
  private void managers() {
    if (host.has("ipset")) {
      ruleset("ipset save");
    }
    if (host.runs("firewalld")) {
      plan.look(Look.of("firewall-cmd --list-all").asRoot());
    }
    if (host.has("ufw")) {
      plan.look(Look.of("ufw status verbose").asRoot());
    }
  }

  private void bans() {
    if (host.runs("fail2ban-server")) {
      plan.look(Look.of("fail2ban-client banned", SECURITY_SOFTWARE).asRoot());
    }
    boolean others =
        BANNING.stream().filter(name -> !name.equals("fail2ban-server")).anyMatch(host::runs);
    if (!others && host.runs("fail2ban-server")) {
      plan.whole(SECURITY_SOFTWARE);
    } else if (!others) {
      plan.none(SECURITY_SOFTWARE, "no process of a product that bans addresses runs");
    }
  }

  private void mandatoryAccess() {
    boolean selinux = host.hasPath("/sys/fs/selinux/enforce");
    boolean apparmor = host.hasPath("/sys/kernel/security/apparmor/profiles");
    if (selinux) {
      plan.look(Look.of("getenforce", SELINUX));
      plan.look(
          Look.of("ausearch -m avc -ts recent", ACCESS_DENIALS)
              .asRoot()
              .answeringWith(1)
              .orNothing());
      plan.whole(ACCESS_DENIALS);
    } else {
      plan.none(SELINUX, "the kernel has no SELinux");
    }
    if (!selinux && !apparmor) {
      plan.none(ACCESS_DENIALS, "neither SELinux nor AppArmor is active");
    }
  }

  private void tcpWrappers() {
    List<String> files =
        List.of("/etc/hosts.allow", "/etc/hosts.deny").stream().filter(host::hasPath).toList();
    files.forEach(file -> plan.look(Look.of("cat " + file, TCP_WRAPPERS).orNothing()));
    if (files.isEmpty()) {
      plan.none(TCP_WRAPPERS, "there is neither /etc/hosts.allow nor /etc/hosts.deny");
    } else {
      plan.whole(TCP_WRAPPERS);
    }
  }
}
