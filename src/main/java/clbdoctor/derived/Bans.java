package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Fact;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Listener;
import clbdoctor.fact.SecuritySoftware;
import clbdoctor.fact.SourceBan;
import java.util.ArrayList;
import java.util.List;

/** Which bans concern the check source: by the list of a product, or by its rule in the filter. */
final class Bans {
  private final Situation situation;
  private final List<IpNetwork> known;
  private final List<IpNetwork> sources;

  private Bans(Situation situation) {
    this.situation = situation;
    this.known = situation.check().map(HealthCheck::sources).orElse(List.of());
    this.sources = known.isEmpty() ? usual(situation) : known;
  }

  static void derive(Situation situation, Conclusions conclusions) {
    Bans bans = new Bans(situation);
    for (SecuritySoftware software : situation.facts().list(SecuritySoftware.class)) {
      bans.byList(software, conclusions);
    }
    for (FirewallReading reading : situation.facts().list(FirewallReading.class)) {
      if (reading.blocks() && reading.rule().filter(RuleText::ofBan).isPresent()) {
        bans.byRule(reading, conclusions);
      }
    }
  }

  private void byList(SecuritySoftware software, Conclusions conclusions) {
    software.bannedSources().stream()
        .filter(banned -> sources.stream().anyMatch(banned::overlaps))
        .forEach(
            banned ->
                conclusions.add(
                    new SourceBan(
                        software.product(), banned, whole(banned), false, known.isEmpty()),
                    premises(software)));
  }

  /** The reading is about a packet of the check, so its rule meets the check source. */
  private void byRule(FirewallReading reading, Conclusions conclusions) {
    String rule = reading.rule().get();
    IpNetwork banned =
        RuleText.source(rule)
            .or(() -> sources.stream().findFirst())
            .orElse(IpNetwork.parse("0.0.0.0/0"));
    boolean part = reading.partOfSource().orElse(!known.isEmpty() && !whole(banned));
    conclusions.add(
        new SourceBan(RuleText.product(rule), banned, !part, true, false), premises(reading));
  }

  private boolean whole(IpNetwork banned) {
    return sources.stream().allMatch(banned::contains);
  }

  /** Tencent's range since February 2023. */
  private static List<IpNetwork> usual(Situation situation) {
    return situation.listener().map(Listener::tencent).orElse(true)
        ? List.of(IpNetwork.parse("100.64.0.0/10"))
        : List.of();
  }

  private List<Fact> premises(Fact seen) {
    List<Fact> premises = new ArrayList<>(List.of(seen));
    situation.check().ifPresent(premises::add);
    return premises;
  }
}
