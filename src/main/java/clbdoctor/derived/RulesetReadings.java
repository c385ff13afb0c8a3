package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.CheckPacket;
import clbdoctor.fact.Clock;
import clbdoctor.fact.Fact;
import clbdoctor.fact.FirewallEffect;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.FirewallRuleset;
import clbdoctor.fact.FirewallTool;
import clbdoctor.fact.OpenVerdict;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import clbdoctor.fact.Surveyed;
import clbdoctor.firewall.Denial;
import clbdoctor.firewall.Doubt;
import clbdoctor.firewall.Firewall;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.Host;
import clbdoctor.firewall.HostFirewall;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.fix.Fixes;
import clbdoctor.firewall.model.Refusal;
import clbdoctor.firewall.model.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the listed rulesets do with the very packets of the check, as netfilter would. A ruleset
 * that cannot be read whole gives no reading; a verdict that stays open is told as such.
 */
final class RulesetReadings {
  private static final int RANGES_SHOWN = 3;

  /** Whether a rule for some hours counts now, whoever reads it can tell by the clock. */
  private static final Pattern OF_TIME =
      Pattern.compile("match time|meta (?:hour|day|time) is not modelled");

  private RulesetReadings() {}

  static void derive(Situation situation, Conclusions conclusions) {
    List<FirewallRuleset> all = situation.facts().list(FirewallRuleset.class);
    if (situation.backEnd().isEmpty() || all.isEmpty() && !situation.facts().has(Survey.class)) {
      return;
    }
    ListedRulesets listed = ListedRulesets.of(all);
    HostFirewall host = new HostFirewall(listed.rulesets(), listed.ipsets(), Host.UNKNOWN);
    Firewall firewall = Firewall.of(host);
    WindowsReadings windows = new WindowsReadings(all);
    List<ManagerReadings> managers =
        listed.rulesets().isEmpty() ? ManagerReadings.of(all) : List.of();
    List<Probing> probings = Probing.all(situation);
    Optional<Clock> clock = situation.facts().of(Clock.class).findFirst();
    boolean decided = !probings.isEmpty();
    for (Probing probing : probings) {
      if (!listed.rulesets().isEmpty()) {
        List<Fact> premises = premises(situation, listed.premises());
        FirewallVerdict verdict = probing.judged(firewall::judge);
        readings(listed, verdict, probing).forEach(r -> conclusions.addReading(r, premises));
        if (!probing.fromAnywhere()) {
          FilterOpenings.of(
                  Fixes.of(host, probing.check(), verdict), probing.packet(), listed::described)
              .forEach(opening -> conclusions.add(opening, premises));
        }
        open(verdict, probing.packet(), clock, premises, conclusions);
        decided &= verdict.parts().stream().noneMatch(p -> p.kind() == Kind.UNDECIDABLE);
      }
      managers.forEach(manager -> manager(manager, probing, situation, conclusions));
      windows
          .of(probing)
          .ifPresent(r -> conclusions.addReading(r, premises(situation, windows.premises())));
      windows
          .openings(probing)
          .forEach(o -> conclusions.add(o, premises(situation, windows.premises())));
    }
    if (decided) {
      survey(situation, all, listed, conclusions);
    }
  }

  private static void manager(
      ManagerReadings manager, Probing probing, Situation situation, Conclusions conclusions) {
    List<Fact> premises = premises(situation, manager.premises());
    manager.readings(probing).forEach(r -> conclusions.addReading(r, premises));
    manager.openings(probing).forEach(o -> conclusions.add(o, premises));
    manager.open(probing).forEach(o -> conclusions.add(o, premises));
  }

  /** Nobody missed a table, and each was read whole; ufw and firewalld only write such tables. */
  private static void survey(
      Situation situation,
      List<FirewallRuleset> all,
      ListedRulesets listed,
      Conclusions conclusions) {
    List<Survey> surveys =
        situation.facts().list(Survey.class, Survey.of(Subject.FIREWALL_RULESETS)::equals);
    boolean everyRuleRead =
        all.stream()
            .filter(r -> r.tool() != FirewallTool.UFW && r.tool() != FirewallTool.FIREWALLD)
            .allMatch(r -> listed.premises().stream().anyMatch(read -> read == r));
    if (!surveys.isEmpty() && everyRuleRead && !situation.surveyed(Subject.FIREWALL)) {
      List<Fact> premises = premises(situation, listed.premises());
      premises.addAll(surveys);
      conclusions.add(new Surveyed(Subject.FIREWALL), premises);
    }
  }

  private static List<Fact> premises(Situation situation, List<Fact> listed) {
    List<Fact> premises = new ArrayList<>(listed);
    premises.addAll(situation.settings());
    situation.onlyInterface().ifPresent(way -> premises.addAll(way.premises()));
    return premises;
  }

  private static List<FirewallReading> readings(
      ListedRulesets listed, FirewallVerdict verdict, Probing probing) {
    boolean part = verdict.parts().size() > 1;
    return verdict.parts().stream()
        .filter(p -> p.kind() != Kind.UNDECIDABLE)
        .filter(p -> !part || p.kind() != Kind.ALLOWED)
        .flatMap(p -> reading(listed, p, probing, part).stream())
        .distinct()
        .toList();
  }

  private static void open(
      FirewallVerdict verdict,
      CheckPacket packet,
      Optional<Clock> clock,
      List<Fact> premises,
      Conclusions conclusions) {
    boolean part = verdict.parts().size() > 1;
    for (FirewallVerdict.Part open : verdict.parts()) {
      for (Doubt doubt : open.kind() == Kind.UNDECIDABLE ? open.doubts() : List.<Doubt>of()) {
        Optional<Clock> read = clock.filter(c -> OF_TIME.matcher(doubt.construct()).matches());
        String construct = doubt.construct() + read.map(c -> " (" + c.sentence() + ")").orElse("");
        String rule = doubt.rule().map(RuleReference::toString).orElse("");
        List<Fact> seen = new ArrayList<>(premises);
        read.ifPresent(seen::add);
        conclusions.add(
            new OpenVerdict(packet, construct, rule, part ? addresses(open) : ""), seen);
      }
    }
  }

  /** The first few ranges of the part: {@code 100.64.0.0-100.79.255.255, 100.96.0.1}. */
  private static String addresses(FirewallVerdict.Part part) {
    int more = part.sources().size() - RANGES_SHOWN;
    String first =
        part.sources().stream()
            .limit(RANGES_SHOWN)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static Optional<FirewallReading> reading(
      ListedRulesets listed, FirewallVerdict.Part part, Probing probing, boolean ofSource) {
    if (part.denials().isEmpty()) {
      return part.accepting().stream()
          .findFirst()
          .filter(rule -> part.kind() == Kind.ALLOWED)
          .map(rule -> reading(listed, rule, probing, FirewallEffect.ALLOWS, part, ofSource));
    }
    Denial denial = part.denials().get(0);
    FirewallEffect effect =
        denial.seen() == Refusal.SILENCE ? FirewallEffect.DROPS : FirewallEffect.REJECTS;
    return Optional.of(reading(listed, denial.rule(), probing, effect, part, ofSource));
  }

  private static FirewallReading reading(
      ListedRulesets listed,
      RuleReference rule,
      Probing probing,
      FirewallEffect effect,
      FirewallVerdict.Part part,
      boolean ofSource) {
    return new FirewallReading(
        tool(rule),
        probing.packet(),
        effect,
        Optional.of(
            listed.described(rule)
                + probing.rates(part.limits())
                + probing.wherever()
                + unlisted(listed)),
        ListedRulesets.hook(listed.rulesets(), rule),
        Optional.of(rule.table()),
        Optional.of(part.kind() == Kind.LIMITED),
        Optional.of(ofSource),
        Optional.empty(),
        ofSource ? Optional.of(addresses(part)) : Optional.empty());
  }

  /** The tables of nft itself do not show in iptables-save. */
  private static String unlisted(ListedRulesets listed) {
    boolean nft = listed.rulesets().stream().anyMatch(r -> r.tool() == Tool.NFTABLES);
    return nft ? "" : " (tables of nft alone were not listed)";
  }

  /** Chains of ufw and firewalld are changed with these, not with the tool that lists them. */
  private static FirewallTool tool(RuleReference rule) {
    if (rule.chain().startsWith("ufw")) {
      return FirewallTool.UFW;
    }
    if (rule.table().equals("firewalld")) {
      return FirewallTool.FIREWALLD;
    }
    return switch (rule.tool()) {
      case IPTABLES, IPTABLES_LEGACY, IP6TABLES, IP6TABLES_LEGACY -> FirewallTool.IPTABLES;
      case NFTABLES -> FirewallTool.NFTABLES;
      case UFW -> FirewallTool.UFW;
      case FIREWALLD -> FirewallTool.FIREWALLD;
      case WINDOWS -> FirewallTool.WINDOWS_FIREWALL;
    };
  }
}
