package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Origins;
import clbdoctor.firewall.model.Origins.Origin;
import clbdoctor.firewall.model.Ruleset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the output of {@code firewall-cmd --list-all-zones}, or of {@code --list-all}, which shows
 * one zone, as the rules that firewalld writes for it (firewall-cmd(1), firewalld.zone(5)):
 *
 * <pre>
 * public (active)
 *   target: default
 *   interfaces: eth0
 *   sources:
 *   services: ssh
 *   ports: 8080/tcp
 *   rich rules:
 * 	rule family="ipv4" source address="100.64.0.0/10" port port="80" protocol="tcp" drop
 * </pre>
 *
 * It hides direct rules, policies and what else stands in the kernel; services are taken as
 * firewalld ships them.
 */
public final class FirewalldZones {
  private final StringBuilder rules = new StringBuilder();
  private final Map<Integer, Origin> origins = new HashMap<>();
  private int lines;

  private FirewalldZones() {}

  /** The rules of the zones that are in use. */
  public static Ruleset parse(String text) {
    return new FirewalldZones().ruleset(used(FirewalldZone.read(text)));
  }

  /** Zones with an interface or a source; the one that is listed alone is the default zone. */
  private static List<FirewalldZone> used(List<FirewalldZone> zones) {
    return zones.size() == 1
        ? zones
        : zones.stream().filter(zone -> zone.takesInterfaces() || zone.takesSources()).toList();
  }

  private Ruleset ruleset(List<FirewalldZone> zones) {
    write("table inet firewalld {");
    write("chain filter_INPUT {");
    write("type filter hook input priority filter + 10; policy accept;");
    write("ct state { established, related } accept");
    write("iifname \"lo\" accept");
    write("ct state invalid drop");
    write("jump filter_INPUT_ZONES");
    write("reject with icmpx admin-prohibited");
    write("}");
    write("chain filter_INPUT_ZONES {");
    zones.forEach(zone -> zone.bySource().forEach(this::write));
    List<FirewalldZone> byInterface = new ArrayList<>(zones);
    byInterface.removeIf(zone -> zones.size() > 1 && !zone.takesInterfaces());
    if (byInterface.size() > 1) {
      byInterface.forEach(zone -> zone.byInterface().forEach(this::write));
    } else {
      byInterface.forEach(zone -> write(zone.always()));
    }
    write("}");
    for (FirewalldZone zone : zones) {
      write("chain filter_IN_" + zone.name() + " {");
      zone.rules().forEach(this::write);
      write("}");
    }
    write("}");
    return Origins.give(NftListing.parse(rules.toString()), origins);
  }

  private void write(FirewalldZone.Line line) {
    write(line.rule());
    origins.put(lines, line.origin());
  }

  private void write(String line) {
    rules.append(line).append('\n');
    lines++;
  }
}
