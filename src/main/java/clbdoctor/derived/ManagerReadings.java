package clbdoctor.derived;

import clbdoctor.fact.Fact;
import clbdoctor.fact.FilterHook;
import clbdoctor.fact.FilterOpening;
import clbdoctor.fact.FirewallEffect;
import clbdoctor.fact.FirewallReading;
import clbdoctor.fact.FirewallRuleset;
import clbdoctor.fact.OpenVerdict;
import clbdoctor.firewall.Denial;
import clbdoctor.firewall.Doubt;
import clbdoctor.firewall.Firewall;
import clbdoctor.firewall.FirewallVerdict;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.Host;
import clbdoctor.firewall.HostFirewall;
import clbdoctor.firewall.fix.Fixes;
import clbdoctor.firewall.model.Refusal;
import clbdoctor.firewall.model.Ruleset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What ufw and firewalld say of the check's packets. They show only what they were told, so that a
 * denial is likely, and anything else stays open.
 */
final class ManagerReadings {
  private final ManagerListing listing;
  private final HostFirewall host;

  private ManagerReadings(ManagerListing listing, List<Ruleset> rulesets) {
    this.listing = listing;
    this.host = new HostFirewall(rulesets, List.of(), Host.UNKNOWN);
  }

  /** One for each listing that tells enough. */
  static List<ManagerReadings> of(List<FirewallRuleset> listings) {
    List<FirewallRuleset> whole =
        listings.stream().filter(listing -> listing.complete().orElse(true)).toList();
    return ManagerListing.of(whole).stream().flatMap(one -> read(one).stream()).toList();
  }

  private static Optional<ManagerReadings> read(ManagerListing listing) {
    List<Ruleset> rulesets = listing.rulesets();
    boolean read = rulesets.stream().allMatch(ruleset -> ruleset.unread().isEmpty());
    return rulesets.isEmpty() || !read
        ? Optional.empty()
        : Optional.of(new ManagerReadings(listing, rulesets));
  }

  List<Fact> premises() {
    return List.copyOf(listing.shown());
  }

  /** What is hidden stays open whatever is shown. */
  List<OpenVerdict> open(Probing probing) {
    Stream<String> shown =
        probing.judged(check -> Firewall.judge(host, check)).parts().stream()
            .flatMap(part -> part.doubts().stream().map(Doubt::construct));
    String hidden = "rules that " + listing.commands() + " does not show";
    return Stream.concat(shown, Stream.of(hidden))
        .distinct()
        .map(construct -> new OpenVerdict(probing.packet(), construct, "", ""))
        .toList();
  }

  List<FirewallReading> readings(Probing probing) {
    FirewallVerdict verdict = probing.judged(check -> Firewall.judge(host, check));
    boolean part = verdict.kind() == Kind.PARTLY;
    return verdict.kind() == Kind.UNDECIDABLE
        ? List.of()
        : verdict.parts().stream()
            .filter(p -> p.kind() == Kind.DENIED || p.kind() == Kind.LIMITED)
            .flatMap(p -> p.denials().stream().limit(1).map(d -> reading(probing, p, d, part)))
            .toList();
  }

  private FirewallReading reading(
      Probing probing, FirewallVerdict.Part part, Denial denial, boolean ofSource) {
    boolean silent = denial.seen() == Refusal.SILENCE;
    return new FirewallReading(
        listing.shown().get(0).tool(),
        probing.packet(),
        silent ? FirewallEffect.DROPS : FirewallEffect.REJECTS,
        Optional.of(listing.described(denial.rule()) + probing.wherever()),
        Optional.of(FilterHook.INPUT),
        Optional.empty(),
        Optional.of(part.kind() == Kind.LIMITED),
        Optional.of(ofSource),
        Optional.empty(),
        ofSource ? Optional.of(part.sources().get(0).toString()) : Optional.empty());
  }

  Stream<FilterOpening> openings(Probing probing) {
    FirewallVerdict verdict = Firewall.judge(host, probing.check());
    return probing.fromAnywhere() || verdict.kind() == Kind.UNDECIDABLE
        ? Stream.of()
        : FilterOpenings.of(
            Fixes.of(host, probing.check(), verdict), probing.packet(), listing::described)
            .stream();
  }
}
