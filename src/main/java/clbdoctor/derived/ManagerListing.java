package clbdoctor.derived;

import clbdoctor.fact.FirewallRuleset;
import clbdoctor.fact.FirewallTool;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.iptables.UfwRules;
import clbdoctor.firewall.iptables.UfwStatus;
import clbdoctor.firewall.model.Ruleset;
import clbdoctor.firewall.nftables.FirewalldZones;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Listings of ufw or firewalld that belong together, read as one text. */
record ManagerListing(List<FirewallRuleset> shown) {

  /** The rule files of ufw together, and each listing of zones with those of the policies. */
  static List<ManagerListing> of(List<FirewallRuleset> listings) {
    List<FirewallRuleset> ufw = ofTool(listings, FirewallTool.UFW);
    List<FirewallRuleset> firewalld =
        ofTool(listings, FirewallTool.FIREWALLD).stream()
            .filter(listing -> listing.command().contains("-list-all"))
            .toList();
    Predicate<FirewallRuleset> ofFiles = listing -> ofFiles(listing.text());
    Predicate<FirewallRuleset> ofPolicies = listing -> FirewalldZones.policiesOnly(listing.text());
    boolean inactive = ufw.stream().anyMatch(one -> one.text().contains("Status: inactive"));
    List<FirewallRuleset> files = ufw.stream().filter(ofFiles).toList();
    List<FirewallRuleset> policies = firewalld.stream().filter(ofPolicies).toList();
    List<ManagerListing> together = new ArrayList<>();
    ufw.stream()
        .filter(ofFiles.negate())
        .forEach(status -> together.add(new ManagerListing(List.of(status))));
    if (!files.isEmpty() && !inactive) {
      together.add(new ManagerListing(files));
    }
    firewalld.stream()
        .filter(ofPolicies.negate())
        .map(zones -> Stream.concat(Stream.of(zones), policies.stream()).toList())
        .forEach(both -> together.add(new ManagerListing(both)));
    return together;
  }

  private static List<FirewallRuleset> ofTool(List<FirewallRuleset> listings, FirewallTool tool) {
    return listings.stream().filter(listing -> listing.tool() == tool).toList();
  }

  /** Whether it is a rule file of ufw: each of them declares chains of ufw. */
  private static boolean ofFiles(String text) {
    return text.contains(":ufw");
  }

  /** What it says, for each address family that it speaks of. */
  List<Ruleset> rulesets() {
    String text = shown.stream().map(ManagerListing::text).collect(Collectors.joining());
    if (shown.get(0).tool() == FirewallTool.FIREWALLD) {
      return List.of(FirewalldZones.parse(text));
    }
    return Stream.of(false, true)
        .map(ipv6 -> ofFiles(text) ? UfwRules.parse(text, ipv6) : UfwStatus.parse(text, ipv6))
        .flatMap(ruleset -> ruleset.stream())
        .toList();
  }

  private static String text(FirewallRuleset listing) {
    return listing.text().endsWith("\n") ? listing.text() : listing.text() + "\n";
  }

  String commands() {
    return shown.stream().map(FirewallRuleset::command).collect(Collectors.joining(" and "));
  }

  /** The rule with its line in the listing that it is from. */
  String described(RuleReference rule) {
    int line = rule.line();
    for (FirewallRuleset listing : shown) {
      int lines = (int) text(listing).lines().count();
      if (line <= lines) {
        return "line " + line + " of " + listing.command() + ": " + rule.text();
      }
      line -= lines;
    }
    throw new IllegalArgumentException("line " + rule.line() + " of " + commands());
  }
}
