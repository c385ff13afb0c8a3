package clbdoctor.live;

import static clbdoctor.fact.Subject.*;

import clbdoctor.fact.IpAddress;
import java.time.Duration;
import java.util.List;

/** What to look at on Linux: sockets, network, kernel, load. */
final class LinuxPlan {

  /** Between the two readings of what grows. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** All that can bear on a check: not those of each neighbour table, nor of IPv6 by interface. */
  private static final String PARAMETERS =
      "^net\\.(core|ipv4\\.[^.]*$|ipv4\\.conf|ipv6\\.conf\\.all|ipv6\\.icmp|netfilter|nf_)";

  private final Host host;
  private final Target target;
  private final PlanBuilder plan;

  private LinuxPlan(Host host, Target target, PlanBuilder plan) {
    this.host = host;
    this.target = target;
    this.plan = plan;
  }

  static void add(Host host, Target target, PlanBuilder plan) {
    LinuxPlan linux = new LinuxPlan(host, target, plan);
    linux.sockets();
    linux.network();
    linux.kernel();
    linux.load();
    LinuxFilters.add(host, plan);
    LinuxServices.add(host, target, plan);
    LinuxLogs.add(host, target, plan);
  }

  private void sockets() {
    plan.look(Look.of("ss -ltnpe", SOCKETS));
    plan.look(Look.of("ss -lunpe", SOCKETS));
    plan.look(Look.of("ss -s", CONNECTION_COUNTS));
  }

  private void network() {
    plan.look(Look.of("ip addr", INTERFACES));
    plan.look(Look.of("ip route show table all", ROUTES));
    plan.look(Look.of("ip neigh show", NEIGHBOURS).orNothing());
    plan.look(Look.of("ip -s ntable show name arp_cache", NEIGHBOUR_TABLE));
    target.source().ifPresent(this::waysToAndFrom);
    plan.whole(ROUTES, NEIGHBOURS, REPLY_ROUTES, REVERSE_PATH);
  }

  /** A route that is missing, or a packet refused, makes the command end with 2. */
  private void waysToAndFrom(IpAddress source) {
    IpAddress own = target.address();
    plan.look(Look.of("ip route get " + source + " from " + own, REPLY_ROUTES).answeringWith(2));
    host.device(own)
        .map(device -> "ip route get " + own + " from " + source + " iif " + device)
        .ifPresent(line -> plan.look(Look.of(line, REVERSE_PATH).answeringWith(2)));
  }

  private void kernel() {
    plan.look(
        Look.of(List.of("sysctl", "-a", "--pattern", PARAMETERS), SYSCTLS, CONNECTION_TRACKING));
    plan.look(Look.of("nstat -asz", COUNTERS).twice(PAUSE));
    plan.whole(SYSCTLS, COUNTERS);
    plan.none(APPLICATION_POOLS, "IIS is a program of Windows");
    plan.none(HTTP_LISTEN_ADDRESSES, "HTTP.sys is a part of Windows");
  }

  private void load() {
    plan.look(Look.of("date -Iseconds", CLOCK));
    plan.look(Look.of("uptime", LOAD));
    plan.look(Look.of("nproc", LOAD));
    plan.look(Look.of("vmstat 1 3", LOAD, MEMORY, DISK_ACTIVITY));
    plan.look(Look.of("free -m", MEMORY));
    if (host.has("iostat")) {
      plan.look(Look.of("iostat -dx 1 3", DISK_ACTIVITY));
    }
    if (host.hasPath("/proc/pressure/cpu")) {
      for (String resource : List.of("cpu", "memory", "io")) {
        plan.look(Look.of("cat /proc/pressure/" + resource, PRESSURE));
      }
      plan.whole(PRESSURE);
    }
    plan.look(Look.of("df -hP", FILE_SYSTEMS));
    plan.look(Look.of("df -iP", FILE_SYSTEMS));
    plan.look(Look.of("ps -eo pid,stat,pcpu,wchan:20,comm", PROCESSES));
    plan.look(Look.of("cat /proc/sys/fs/file-nr", FILE_DESCRIPTORS));
    plan.whole(PROCESSES, CONNECTION_COUNTS);
  }
}
