package clbdoctor.firewall;

import clbdoctor.firewall.Classes.Sight;
import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.FirewallVerdict.Part;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.RateLimit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Divides a check's sources by what happens to their packets. */
final class VerdictBuilder {
  private final Firewall firewall;
  private final Check check;
  private final Judgement usual;

  VerdictBuilder(Firewall firewall, Check check, Judgement usual) {
    this.firewall = firewall;
    this.check = check;
    this.usual = usual;
  }

  static FirewallVerdict undecidable(Check check, List<Doubt> doubts) {
    RangeSet all = RangeSet.of(Range.of(check.source()));
    List<AddressRange> sources = Judgement.addresses(all, check.destination().family());
    Part part = new Part(sources, Kind.UNDECIDABLE, List.of(), List.of(), List.of(), doubts);
    return new FirewallVerdict(Kind.UNDECIDABLE, List.of(part), List.of());
  }

  static Kind kind(List<Part> parts) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    parts.forEach(part -> kinds.add(part.kind()));
    if (kinds.size() == 1) {
      return parts.get(0).kind();
    }
    if (kinds.contains(Kind.UNDECIDABLE)) {
      return Kind.UNDECIDABLE;
    }
    return kinds.contains(Kind.DENIED) ? Kind.PARTLY : Kind.LIMITED;
  }

  List<Part> parts() {
    Classes classes = Classes.of(usual.trace());
    RangeSet all = RangeSet.of(Range.of(check.source()));
    RangeSet decided = classes.allowed().union(classes.denied());
    RangeSet mixed = classes.allowed().intersect(classes.denied()).union(classes.open());
    List<Part> parts = new ArrayList<>();
    RangeSet allowed = classes.allowed().minus(mixed);
    if (!allowed.isEmpty()) {
      parts.add(part(allowed, Kind.ALLOWED, List.of(), accepting(allowed)));
    }
    denied(classes.denied().minus(mixed), parts);
    undecided(all.minus(decided).union(mixed), parts);
    return parts;
  }

  /** One part for each way in which the prober sees the denial. */
  private void denied(RangeSet denied, List<Part> parts) {
    Map<Set<Sight>, RangeSet> bySights = new LinkedHashMap<>();
    bySights.put(Set.of(), denied);
    Classes.bySight(usual.trace()).forEach((sight, sources) -> refine(bySights, sight, sources));
    bySights.forEach(
        (sights, sources) -> {
          if (!sources.isEmpty()) {
            parts.add(part(sources, Kind.DENIED, denying(sources), List.of()));
          }
        });
  }

  private static void refine(Map<Set<Sight>, RangeSet> bySights, Sight sight, RangeSet sources) {
    for (Map.Entry<Set<Sight>, RangeSet> entry : List.copyOf(bySights.entrySet())) {
      RangeSet both = entry.getValue().intersect(sources);
      if (!both.isEmpty()) {
        Set<Sight> wider = new LinkedHashSet<>(entry.getKey());
        wider.add(sight);
        bySights.put(entry.getKey(), bySights.get(entry.getKey()).minus(both));
        bySights.merge(wider, both, RangeSet::union);
      }
    }
  }

  /** What stays open is limited if it is decided both with the limits kept and exceeded. */
  private void undecided(RangeSet open, List<Part> parts) {
    List<RateLimit> limits = usual.doubts().limitsTouching(open);
    if (open.isEmpty()) {
      return;
    }
    RangeSet limited = RangeSet.EMPTY;
    if (!limits.isEmpty()) {
      Judgement kept = new Judgement(firewall, check, LimitMode.KEPT, false);
      Judgement exceeded = new Judgement(firewall, check, LimitMode.EXCEEDED, false);
      limited = open.intersect(decided(kept)).intersect(decided(exceeded));
      // A limit that is reached between two packets of a connection may part their ways.
      limited = limited.minus(usual.trace().open());
    }
    if (!limited.isEmpty()) {
      List<RateLimit> those = usual.doubts().limitsTouching(limited);
      parts.add(
          new Part(
              addresses(limited), Kind.LIMITED, denying(limited), List.of(), those, List.of()));
    }
    RangeSet rest = open.minus(limited);
    if (!rest.isEmpty()) {
      List<Doubt> doubts = doubts(rest);
      parts.add(
          new Part(addresses(rest), Kind.UNDECIDABLE, denying(rest), List.of(), List.of(), doubts));
    }
  }

  /** Without any of its own, what is left are limits, and orders that lead to different ends. */
  private List<Doubt> doubts(RangeSet rest) {
    List<Doubt> doubts = new ArrayList<>(usual.doubts().touching(rest));
    if (doubts.isEmpty()) {
      usual
          .doubts()
          .limitsTouching(rest)
          .forEach(limit -> doubts.add(new Doubt(limit.text(), Optional.empty())));
    }
    return doubts.isEmpty()
        ? List.of(new Doubt("the order of base chains of the same priority", Optional.empty()))
        : doubts;
  }

  private static RangeSet decided(Judgement judgement) {
    Classes classes = Classes.of(judgement.trace());
    RangeSet both = classes.allowed().intersect(classes.denied());
    return classes.allowed().union(classes.denied()).minus(both).minus(classes.open());
  }

  private Part part(
      RangeSet sources, Kind kind, List<Denial> denials, List<RuleReference> accepting) {
    return new Part(addresses(sources), kind, denials, accepting, List.of(), List.of());
  }

  private List<AddressRange> addresses(RangeSet sources) {
    return Judgement.addresses(sources, check.destination().family());
  }

  private List<RuleReference> accepting(RangeSet sources) {
    List<RuleReference> rules = new ArrayList<>();
    usual
        .trace()
        .accepts()
        .forEach(
            (rule, where) -> {
              if (where.overlaps(sources)) {
                rules.add(rule);
              }
            });
    return rules;
  }

  private List<Denial> denying(RangeSet sources) {
    List<Denial> found = new ArrayList<>();
    usual
        .trace()
        .denials()
        .forEach(
            (denial, denied) -> {
              if (denied.sources().overlaps(sources)) {
                found.add(denial);
              }
            });
    return found;
  }
}
