package clbdoctor.firewall;

import clbdoctor.firewall.model.RangeSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has happened to the sources' packets, in the order in which it happened. */
final class Trace {

  /** Denied sources, and those of them for which no doubtful condition led to it. */
  record Denied(RangeSet sources, RangeSet certain) {

    Denied with(Denied other) {
      return new Denied(sources.union(other.sources), certain.union(other.certain));
    }
  }

  private final Map<Denial, Denied> denials = new LinkedHashMap<>();
  private final Map<RuleReference, RangeSet> accepts = new LinkedHashMap<>();
  private RangeSet arrived = RangeSet.EMPTY;
  private RangeSet open = RangeSet.EMPTY;

  void deny(Denial denial, RangeSet sources, boolean certain) {
    Denied denied = new Denied(sources, certain ? sources : RangeSet.EMPTY);
    denials.merge(denial, denied, Denied::with);
  }

  void accept(RuleReference rule, RangeSet sources) {
    accepts.merge(rule, sources, RangeSet::union);
  }

  void arrive(RangeSet sources) {
    arrived = arrived.union(sources);
  }

  /** The packets' way can't be followed. */
  void lose(RangeSet sources) {
    open = open.union(sources);
  }

  Map<Denial, Denied> denials() {
    return denials;
  }

  Map<RuleReference, RangeSet> accepts() {
    return accepts;
  }

  RangeSet arrived() {
    return arrived;
  }

  RangeSet open() {
    return open;
  }
}
