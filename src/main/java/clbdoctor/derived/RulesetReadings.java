package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.BackEnd;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CheckPacket;
import clbdoctor.fact.Fact;
import clbdoctor.fact.FirewallEffect;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.FirewallRuleset;
import clbdoctor.fact.FirewallTool;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.OpenVerdict;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import clbdoctor.fact.Surveyed;
import clbdoctor.fact.TransportProtocol;
import clbdoctor.firewall.Check;
import clbdoctor.firewall.Denial;
import clbdoctor.firewall.Firewall;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.Host;
import clbdoctor.firewall.HostFirewall;
import clbdoctor.firewall.Protocol;
import clbdoctor.firewall.RuleReference;
import clbdoctor.firewall.model.Refusal;
import clbdoctor.firewall.model.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the listed rulesets do with the very packets of the check, as netfilter would. A ruleset
 * that cannot be read whole gives no reading; a verdict that stays open is told as such.
 */
final class RulesetReadings {
  private static final int RANGES_SHOWN = 3;

  private RulesetReadings() {}

  static void derive(Situation situation, Conclusions conclusions) {
    List<FirewallRuleset> all = situation.facts().of(FirewallRuleset.class).toList();
    if (situation.backEnd().isEmpty()) {
      return;
    }
    ListedRulesets listed = ListedRulesets.of(all);
    Firewall firewall =
        Firewall.of(new HostFirewall(listed.rulesets(), listed.ipsets(), Host.UNKNOWN));
    WindowsReadings windows = new WindowsReadings(all);
    List<Probing> probings = probings(situation);
    boolean decided = !probings.isEmpty();
    for (Probing probing : probings) {
      if (!listed.rulesets().isEmpty()) {
        List<Fact> premises = premises(situation, listed.premises());
        FirewallVerdict verdict = firewall.judge(probing.check());
        readings(firewall, verdict, probing.packet())
            .forEach(r -> conclusions.addReading(r, premises));
        open(verdict, probing.packet()).forEach(o -> conclusions.add(o, premises));
        decided &= verdict.parts().stream().noneMatch(p -> p.kind() == Kind.UNDECIDABLE);
      }
      windows
          .of(probing.check(), probing.packet())
          .ifPresent(r -> conclusions.addReading(r, premises(situation, windows.premises())));
    }
    if (decided) {
      survey(situation, all, listed, conclusions);
    }
  }

  /** Nobody missed a table, and each was read whole; ufw and firewalld only write such tables. */
  private static void survey(
      Situation situation,
      List<FirewallRuleset> all,
      ListedRulesets listed,
      Conclusions conclusions) {
    List<Survey> surveys =
        situation
            .facts()
            .of(Survey.class)
            .filter(Survey.of(Subject.FIREWALL_RULESETS)::equals)
            .toList();
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

  /** One kind of packet from one source of the check. */
  private record Probing(Check check, CheckPacket packet) {}

  private static List<Fact> premises(Situation situation, List<Fact> listed) {
    List<Fact> premises = new ArrayList<>(listed);
    premises.addAll(situation.settings());
    return premises;
  }

  private static List<Probing> probings(Situation situation) {
    BackEnd backEnd = situation.backEnd().orElseThrow();
    int port = situation.checkedPort().orElse(backEnd.port());
    List<Probing> probings = new ArrayList<>();
    for (HealthCheck check : situation.check().stream().toList()) {
      for (IpNetwork source : check.sources()) {
        if (source.address().family() == backEnd.privateAddress().family()) {
          for (CheckPacket packet : packets(situation, check)) {
            Check sent = Check.of(source, backEnd.privateAddress(), protocol(packet), port);
            probings.add(new Probing(sent, packet));
          }
        }
      }
    }
    return probings;
  }

  private static List<CheckPacket> packets(Situation situation, HealthCheck check) {
    List<CheckPacket> packets = new ArrayList<>();
    if (check.ping()) {
      packets.add(CheckPacket.ECHO_REQUEST);
    }
    if (check.method() != CheckMethod.PING) {
      packets.add(
          situation.transport() == TransportProtocol.UDP ? CheckPacket.DATAGRAM : CheckPacket.SYN);
    }
    return packets;
  }

  private static List<FirewallReading> readings(
      Firewall firewall, FirewallVerdict verdict, CheckPacket packet) {
    boolean part = verdict.parts().size() > 1;
    return verdict.parts().stream()
        .filter(p -> p.kind() != Kind.UNDECIDABLE)
        .filter(p -> !part || p.kind() != Kind.ALLOWED)
        .flatMap(p -> reading(firewall, p, packet, part).stream())
        .distinct()
        .toList();
  }

  private static List<OpenVerdict> open(FirewallVerdict verdict, CheckPacket packet) {
    boolean part = verdict.parts().size() > 1;
    return verdict.parts().stream()
        .filter(p -> p.kind() == Kind.UNDECIDABLE)
        .flatMap(
            p ->
                p.doubts().stream()
                    .map(
                        doubt ->
                            new OpenVerdict(
                                packet,
                                doubt.construct(),
                                doubt.rule().map(RuleReference::toString).orElse(""),
                                part ? addresses(p) : "")))
        .toList();
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

  private static Protocol protocol(CheckPacket packet) {
    return switch (packet) {
      case SYN -> Protocol.TCP;
      case DATAGRAM -> Protocol.UDP;
      case ECHO_REQUEST -> Protocol.ICMP_ECHO;
    };
  }

  private static Optional<FirewallReading> reading(
      Firewall firewall, FirewallVerdict.Part part, CheckPacket packet, boolean ofSource) {
    if (part.denials().isEmpty()) {
      return part.accepting().stream()
          .findFirst()
          .filter(rule -> part.kind() == Kind.ALLOWED)
          .map(rule -> reading(firewall, rule, packet, FirewallEffect.ALLOWS, part, ofSource));
    }
    Denial denial = part.denials().get(0);
    FirewallEffect effect =
        denial.seen() == Refusal.SILENCE ? FirewallEffect.DROPS : FirewallEffect.REJECTS;
    return Optional.of(reading(firewall, denial.rule(), packet, effect, part, ofSource));
  }

  private static FirewallReading reading(
      Firewall firewall,
      RuleReference rule,
      CheckPacket packet,
      FirewallEffect effect,
      FirewallVerdict.Part part,
      boolean ofSource) {
    return new FirewallReading(
        tool(rule),
        packet,
        effect,
        Optional.of(rule + unlisted(firewall)),
        ListedRulesets.hook(firewall.rulesets(), rule),
        Optional.of(rule.table()),
        Optional.of(part.kind() == Kind.LIMITED),
        Optional.of(ofSource),
        Optional.empty(),
        ofSource ? Optional.of(addresses(part)) : Optional.empty());
  }

  /** The tables of nft itself do not show in iptables-save. */
  private static String unlisted(Firewall firewall) {
    boolean listed =
        firewall.rulesets().stream().anyMatch(ruleset -> ruleset.tool() == Tool.NFTABLES);
    return listed ? "" : " (tables of nft alone were not listed)";
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
