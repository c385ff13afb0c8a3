package clbdoctor.firewall.windows;

import clbdoctor.fact.AddressFamily;
import clbdoctor.fact.IpAddress;
import clbdoctor.firewall.AddressRange;
import clbdoctor.firewall.Blocker;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.Denial;
import clbdoctor.firewall.Doubt;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.FirewallVerdict.Part;
import clbdoctor.firewall.Leg;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.Refusal;
import clbdoctor.firewall.model.TableFamily;
import clbdoctor.firewall.model.Tool;
import clbdoctor.firewall.model.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Judges a check by the rules of Windows Defender Firewall: a rule that blocks beats every rule
 * that allows, and what no rule names meets the profile's default. What is blocked gets no answer
 * (Microsoft, "Windows Firewall rules", "Stealth mode in Windows Firewall").
 */
public final class WindowsFirewall {
  private final NetshRules rules;
  private final Check check;
  private final String profile;

  private WindowsFirewall(NetshRules rules, Check check, String profile) {
    this.rules = rules;
    this.check = check;
    this.profile = profile;
  }

  /**
   * What happens to the check's packets.
   *
   * @param listing the output of {@code netsh advfirewall firewall show rule name=all verbose}, or
   *     of {@code Get-NetFirewallRule}
   * @param profile the profile of the interface: {@code Domain}, {@code Private} or {@code Public}
   * @param allowsByDefault whether the profile lets in what no rule names; Windows does not, unless
   *     {@code netsh advfirewall show allprofiles} says {@code AllowInbound}
   */
  public static FirewallVerdict judge(
      String listing, String profile, boolean allowsByDefault, Check check) {
    AddressFamily family = check.destination().family();
    NetshRules rules =
        listing.contains("DisplayName")
            ? PowerShell.rules(listing, family)
            : NetshRules.parse(listing, family);
    return new WindowsFirewall(rules, check, profile).verdict(allowsByDefault);
  }

  private FirewallVerdict verdict(boolean allowsByDefault) {
    RangeSet all = RangeSet.of(Range.of(check.source()));
    Effects effects = Effects.of(rules.rules(), check, profile, all);
    RangeSet maybeBlocked = effects.maybeBlocked().minus(effects.blocked());
    RangeSet unnamed = all.minus(effects.allowed()).minus(effects.blocked());
    RangeSet allowed =
        (allowsByDefault ? all : effects.allowed()).minus(effects.blocked()).minus(maybeBlocked);
    RangeSet denied =
        allowsByDefault
            ? effects.blocked()
            : effects.blocked().union(unnamed.minus(effects.maybeAllowed()));
    List<Denial> denials = denials(effects, denied);
    List<Part> parts = new ArrayList<>();
    add(parts, allowed, Kind.ALLOWED, List.of(), List.of());
    add(parts, denied, Kind.DENIED, denials, List.of());
    RangeSet open = rules.unread().isEmpty() ? all.minus(allowed).minus(denied) : all;
    if (!rules.unread().isEmpty()) {
      parts.clear();
    }
    add(parts, open, Kind.UNDECIDABLE, List.of(), doubts(effects));
    return new FirewallVerdict(kind(parts), parts, blockers(denials, denied));
  }

  private static Kind kind(List<Part> parts) {
    boolean open = parts.stream().anyMatch(part -> part.kind() == Kind.UNDECIDABLE);
    return open ? Kind.UNDECIDABLE : parts.size() > 1 ? Kind.PARTLY : parts.get(0).kind();
  }

  private void add(
      List<Part> parts, RangeSet sources, Kind kind, List<Denial> denials, List<Doubt> doubts) {
    if (!sources.isEmpty()) {
      parts.add(new Part(addresses(sources), kind, denials, List.of(), List.of(), doubts));
    }
  }

  private List<Denial> denials(Effects effects, RangeSet denied) {
    List<Denial> denials = new ArrayList<>();
    effects.blocking().forEach(rule -> denials.add(denial(reference(rule))));
    if (!denied.minus(effects.blocked()).isEmpty()) {
      denials.add(denial(place(0, "default inbound action Block", 0)));
    }
    return denials;
  }

  private Denial denial(RuleReference rule) {
    return new Denial(rule, Leg.REQUEST, check.port(), Refusal.SILENCE, false);
  }

  private RuleReference reference(WindowsRule rule) {
    return place(rules.rules().indexOf(rule) + 1, rule.name(), rule.line());
  }

  private RuleReference place(int position, String text, int line) {
    return new RuleReference(
        Tool.WINDOWS,
        TableFamily.INET,
        profile,
        "inbound",
        "inbound",
        position,
        text,
        line,
        OptionalLong.empty());
  }

  private List<Blocker> blockers(List<Denial> denials, RangeSet denied) {
    boolean certain = rules.unread().isEmpty();
    return denials.stream().map(denial -> new Blocker(denial, addresses(denied), certain)).toList();
  }

  private List<Doubt> doubts(Effects effects) {
    List<Doubt> doubts = new ArrayList<>();
    for (Unread unread : rules.unread()) {
      String text = "line " + unread.line() + ": " + unread.why() + ": " + unread.text();
      doubts.add(new Doubt(text, Optional.empty()));
    }
    for (WindowsRule rule : effects.doubtful()) {
      String why = rule.open().orElse("addresses or ports that are not known");
      doubts.add(new Doubt(why, Optional.of(reference(rule))));
    }
    return doubts;
  }

  private List<AddressRange> addresses(RangeSet sources) {
    return sources.ranges().stream()
        .map(range -> new AddressRange(address(range.first()), address(range.last())))
        .toList();
  }

  private IpAddress address(Bits bits) {
    return check.destination().family() == AddressFamily.IPV4
        ? IpAddress.ipv4(bits.low())
        : IpAddress.ipv6(bits.high(), bits.low());
  }
}
