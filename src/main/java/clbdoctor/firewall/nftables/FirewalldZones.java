package clbdoctor.firewall.nftables;

import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.model.WrittenListing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
 * The output of {@code --list-all-policies} may follow (firewalld.policy(5)): what a policy of a
 * priority below zero decides comes before the zone, another behind it.
 *
 * <pre>
 * shield (active)
 *   priority: -100
 *   target: DROP
 *   ingress-zones: ANY
 *   egress-zones: HOST
 *   rich rules:
 * 	rule family="ipv4" source address="10.0.0.0/8" accept
 * </pre>
 *
 * Both hide direct rules and what else stands in the kernel; services are taken as firewalld ships
 * them.
 */
public final class FirewalldZones {
  private final WrittenListing rules = new WrittenListing();

  private FirewalldZones() {}

  /** The rules of the zones that are in use, and of the policies for what comes to the host. */
  public static Ruleset parse(String text) {
    Map<Boolean, List<FirewalldZone>> read =
        FirewalldZone.read(text).stream().collect(Collectors.partitioningBy(FirewalldZone::policy));
    List<FirewalldZone> policies =
        read.get(true).stream().sorted(Comparator.comparingInt(FirewalldZone::priority)).toList();
    return new FirewalldZones().ruleset(used(read.get(false)), policies);
  }

  /** Whether policies are listed there, and no zone. */
  public static boolean policiesOnly(String text) {
    return FirewalldZone.read(text).stream().allMatch(FirewalldZone::policy);
  }

  /** Zones with an interface or a source; the one that is listed alone is the default zone. */
  private static List<FirewalldZone> used(List<FirewalldZone> zones) {
    return zones.size() == 1
        ? zones
        : zones.stream().filter(zone -> zone.takesInterfaces() || zone.takesSources()).toList();
  }

  private Ruleset ruleset(List<FirewalldZone> zones, List<FirewalldZone> policies) {
    rules.write("table inet firewalld {");
    rules.write("chain filter_INPUT {");
    rules.write("type filter hook input priority filter + 10; policy accept;");
    rules.write("ct state { established, related } accept");
    rules.write("iifname \"lo\" accept");
    rules.write("ct state invalid drop");
    rules.write("jump filter_INPUT_ZONES");
    rules.write("reject with icmpx admin-prohibited");
    rules.write("}");
    rules.write("chain filter_INPUT_ZONES {");
    zones.forEach(zone -> zone.bySource().forEach(this::write));
    List<FirewalldZone> byInterface = new ArrayList<>(zones);
    byInterface.removeIf(zone -> zones.size() > 1 && !zone.takesInterfaces());
    if (byInterface.size() > 1) {
      byInterface.forEach(zone -> zone.byInterface().forEach(this::write));
    } else {
      byInterface.forEach(zone -> write(zone.always()));
    }
    rules.write("}");
    for (FirewalldZone zone : zones) {
      List<FirewalldZone> own = policies.stream().filter(policy -> policy.appliesTo(zone)).toList();
      rules.write("chain " + zone.chain() + " {");
      own.stream().filter(policy -> policy.priority() < 0).forEach(this::jump);
      zone.rules().forEach(this::write);
      own.stream().filter(policy -> policy.priority() >= 0).forEach(this::jump);
      zone.target().forEach(this::write);
      rules.write("}");
    }
    for (FirewalldZone policy : policies) {
      rules.write("chain " + policy.chain() + " {");
      policy.rules().forEach(this::write);
      policy.target().forEach(this::write);
      rules.write("}");
    }
    rules.write("}");
    return rules.read(NftListing::parse);
  }

  private void jump(FirewalldZone policy) {
    rules.write("jump " + policy.chain());
  }

  private void write(FirewalldZone.Line line) {
    rules.write(line.rule(), line.origin());
  }
}
