package clbdoctor.derived;

import clbdoctor.fact.CheckPacket;
import clbdoctor.fact.Fact;
import clbdoctor.fact.FilterHook;
import clbdoctor.fact.FilterOpening;
import clbdoctor.fact.FirewallEffect;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.FirewallRuleset;
import clbdoctor.fact.FirewallTool;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.fix.Fixes;
import clbdoctor.firewall.windows.NetshProfiles;
import clbdoctor.firewall.windows.NetshProfiles.Settings;
import clbdoctor.firewall.windows.PowerShell;
import clbdoctor.firewall.windows.WindowsFirewall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Windows Defender Firewall does with a packet, by its listed rules and profiles. Where {@code
 * Get-NetConnectionProfile} does not say which profiles are in force, all of them must agree.
 */
final class WindowsReadings {
  private static final Pattern RULES =
      Pattern.compile(
          "(?i).*\\bfirewall\\s+show\\s+rule\\s+name=\"?all\"?(\\s+dir=in)?\\s+verbose\\s*"
              + "|\\s*Get-NetFirewallRule(\\s+-(All|Enabled\\s+True|Direction\\s+Inbound|PolicyStore\\s+ActiveStore))*\\s*");
  private static final Pattern PROFILES =
      Pattern.compile("(?i).*\\badvfirewall\\s+show\\s+(?:all|current)profiles?\\s*");

  private static final Pattern POWER_SHELL_PROFILES =
      Pattern.compile("(?i)\\s*Get-NetFirewallProfile(\\s+-(All|PolicyStore\\s+ActiveStore))*\\s*");
  private static final Pattern NETWORKS = Pattern.compile("(?i)\\s*Get-NetConnectionProfile\\s*");

  private final List<FirewallRuleset> listed;

  WindowsReadings(List<FirewallRuleset> listed) {
    this.listed =
        listed.stream()
            .filter(l -> l.tool() == FirewallTool.WINDOWS_FIREWALL && l.complete().orElse(true))
            .toList();
  }

  /** What the reading rests on. */
  List<Fact> premises() {
    return new ArrayList<>(listed);
  }

  /** The reading, if the rules and the profiles were listed whole and leave nothing open. */
  Optional<FirewallReading> of(Probing probing) {
    Optional<FirewallRuleset> rules = of(RULES);
    Map<String, Settings> profiles = profiles();
    if (rules.isEmpty() || profiles.isEmpty()) {
      return Optional.empty();
    }
    List<FirewallReading> readings = new ArrayList<>();
    for (Map.Entry<String, Settings> profile : profiles.entrySet()) {
      Settings settings = profile.getValue();
      if (!settings.on() || settings.blocksAll()) {
        readings.add(reading(probing.packet(), !settings.on(), Optional.empty(), false));
      } else {
        FirewallVerdict verdict =
            probing.judged(
                check ->
                    WindowsFirewall.judge(
                        rules.get().text(), profile.getKey(), settings.allowsByDefault(), check));
        if (verdict.kind() == Kind.UNDECIDABLE) {
          return Optional.empty();
        }
        readings.add(reading(probing.packet(), verdict));
      }
    }
    boolean agree = readings.stream().map(FirewallReading::effect).distinct().count() == 1;
    return agree ? Optional.of(readings.get(0)) : Optional.empty();
  }

  /** The changes that let the check in by the rules and profiles as they were listed. */
  List<FilterOpening> openings(Probing probing) {
    Check check = probing.check();
    Optional<FirewallRuleset> rules = of(RULES);
    Map<String, Settings> profiles = profiles();
    return probing.fromAnywhere() || rules.isEmpty()
        ? List.of()
        : profiles.entrySet().stream()
            .filter(profile -> profile.getValue().on() && !profile.getValue().blocksAll())
            .map(
                profile ->
                    WindowsFirewall.judge(
                        rules.get().text(),
                        profile.getKey(),
                        profile.getValue().allowsByDefault(),
                        check))
            .filter(verdict -> verdict.kind() != Kind.UNDECIDABLE)
            .flatMap(verdict -> Fixes.ofWindows(check, verdict).stream())
            .flatMap(
                fix ->
                    FilterOpenings.of(List.of(fix), probing.packet(), RuleReference::text).stream())
            .distinct()
            .toList();
  }

  /** Those that may be in force. */
  private Map<String, Settings> profiles() {
    Map<String, Settings> profiles =
        of(PROFILES)
            .map(l -> NetshProfiles.parse(l.text()))
            .or(() -> of(POWER_SHELL_PROFILES).map(l -> PowerShell.profiles(l.text())))
            .orElse(Map.of());
    Set<String> inForce = of(NETWORKS).map(l -> PowerShell.inForce(l.text())).orElse(Set.of());
    Map<String, Settings> left = new LinkedHashMap<>(profiles);
    left.keySet().retainAll(inForce);
    return left.isEmpty() ? profiles : left;
  }

  private Optional<FirewallRuleset> of(Pattern command) {
    return listed.stream().filter(l -> command.matcher(l.command()).matches()).findFirst();
  }

  private static FirewallReading reading(CheckPacket packet, FirewallVerdict verdict) {
    Optional<String> rule =
        verdict.blockers().stream().findFirst().map(b -> b.denial().rule().text());
    return reading(packet, verdict.kind() == Kind.ALLOWED, rule, verdict.kind() == Kind.PARTLY);
  }

  /** Windows tells a blocked sender nothing. */
  private static FirewallReading reading(
      CheckPacket packet, boolean allows, Optional<String> rule, boolean ofSource) {
    return new FirewallReading(
        FirewallTool.WINDOWS_FIREWALL,
        packet,
        allows ? FirewallEffect.ALLOWS : FirewallEffect.DROPS,
        rule,
        Optional.of(FilterHook.INPUT),
        Optional.empty(),
        Optional.of(false),
        Optional.of(ofSource),
        Optional.empty(),
        Optional.empty());
  }
}
