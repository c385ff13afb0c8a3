package clbdoctor.live;

import static clbdoctor.fact.Subject.*;

import clbdoctor.fact.IpAddress;
import clbdoctor.fact.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to look at on Linux. */
final class LinuxPlan {
  private static final Duration SAMPLING = Duration.ofSeconds(2);

  private final Host host;
  private final Target target;
  private final Optional<PortOwner> owner;
  private final List<Look> looks = new ArrayList<>();
  private final Set<Subject> whole = EnumSet.noneOf(Subject.class);
  private final Map<Subject, String> absent = new EnumMap<>(Subject.class);

  private LinuxPlan(Host host, Target target, Optional<PortOwner> owner) {
    this.host = host;
    this.target = target;
    this.owner = owner;
  }

  static Plan of(Host host, Target target, Optional<PortOwner> owner) {
    LinuxPlan plan = new LinuxPlan(host, target, owner);
    plan.sockets();
    plan.network();
    plan.load();
    return new Plan(plan.looks, plan.whole, plan.absent);
  }

  private void sockets() {
    look(Look.of("ss -ltnpe", SOCKETS));
    look(Look.of("ss -lunpe", SOCKETS));
    look(Look.of("ss -s", CONNECTION_COUNTS));
  }

  private void network() {
    look(Look.of("ip addr", INTERFACES));
    look(Look.of("ip route show table all", ROUTES));
    look(Look.of("ip neigh show", NEIGHBOURS));
    target.source().ifPresent(this::routesTo);
    whole.addAll(EnumSet.of(ROUTES, NEIGHBOURS, REPLY_ROUTES, REVERSE_PATH));
  }

  private void routesTo(IpAddress source) {
    look(
        Look.of("ip route get " + source + " from " + target.address(), REPLY_ROUTES)
            .answeringWith(2));
    host.device(target.address())
        .ifPresent(
            device ->
                look(
                    Look.of(
                            "ip route get "
                                + target.address()
                                + " from "
                                + source
                                + " iif "
                                + device,
                            REVERSE_PATH)
                        .answeringWith(2)));
  }

  private void load() {
    look(Look.of("uptime", LOAD));
    look(Look.of("nproc", LOAD));
    look(Look.of("vmstat 1 3", LOAD, MEMORY, DISK_ACTIVITY));
    look(Look.of("free -m", MEMORY));
    look(Look.of("nstat -asz", COUNTERS).twice(SAMPLING));
    whole.add(COUNTERS);
  }

  private void look(Look look) {
    looks.add(look);
  }
}
