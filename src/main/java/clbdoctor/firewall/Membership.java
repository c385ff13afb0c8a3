package clbdoctor.firewall;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Box;
import clbdoctor.firewall.model.Elements;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;

/** Whether a value lies among elements, for each source. */
final class Membership {
  private Membership() {}

  static Split among(Value value, Elements elements, RangeSet sources) {
    if (elements instanceof Elements.Flat flat) {
      return amongRanges(value, flat.values(), sources);
    }
    List<Value> parts = value instanceof Value.Tuple tuple ? tuple.parts() : List.of(value);
    Split split = Split.no(sources);
    for (Elements.Group group : ((Elements.Boxes) elements).groups()) {
      Split inside = inGroup(parts, group, sources);
      if (!inside.yes().isEmpty() || !inside.maybe().isEmpty()) {
        split = split.or(inside);
      }
    }
    return split;
  }

  private static Split inGroup(List<Value> parts, Elements.Group group, RangeSet sources) {
    if (parts.size() != group.rest().size() + 1) {
      return Split.no(sources);
    }
    Split split = Split.yes(sources);
    for (int i = parts.size() - 1; i >= 0; i--) {
      RangeSet side = i == 0 ? group.first() : group.rest().get(i - 1);
      split = split.and(amongRanges(parts.get(i), side, sources));
      if (split.yes().isEmpty() && split.maybe().isEmpty()) {
        return split;
      }
    }
    return split;
  }

  static Split inBox(Value value, Box box, RangeSet sources) {
    List<Value> parts = value instanceof Value.Tuple tuple ? tuple.parts() : List.of(value);
    if (parts.size() != box.sides().size()) {
      return Split.no(sources);
    }
    Split split = Split.yes(sources);
    for (int i = 0; i < parts.size(); i++) {
      Split side = amongRanges(parts.get(i), RangeSet.of(box.sides().get(i)), sources);
      split = i == 0 ? side : split.and(side);
      if (split.yes().isEmpty() && split.maybe().isEmpty()) {
        return split;
      }
    }
    return split;
  }

  static Split amongRanges(Value value, RangeSet ranges, RangeSet sources) {
    if (value instanceof Value.Known known) {
      return Split.of(sources, ranges.contains(known.bits()));
    }
    if (value instanceof Value.Prober prober) {
      return ofProber(prober.mask(), ranges, sources);
    }
    if (value instanceof Value.Within within) {
      RangeSet common = within.values().intersect(ranges);
      return common.isEmpty()
          ? Split.no(sources)
          : common.equals(within.values()) ? Split.yes(sources) : Split.maybe(sources);
    }
    return value instanceof Value.Partial ? Split.maybe(sources) : Split.no(sources);
  }

  private static Split ofProber(Bits mask, RangeSet ranges, RangeSet sources) {
    if (mask.equals(Bits.MAX)) {
      return Split.at(sources, ranges);
    }
    Bits hidden = Values.hidden(mask);
    List<Range> matched = new ArrayList<>();
    for (Range range : ranges.ranges()) {
      Bits masked = range.first().and(mask);
      boolean between = masked.compareTo(range.first()) < 0;
      Bits first = between ? masked.or(hidden).next() : masked;
      Bits last = range.last().and(mask).or(hidden);
      if (first.compareTo(last) <= 0 && !(between && first.equals(Bits.ZERO))) {
        matched.add(new Range(first, last));
      }
    }
    return Split.at(sources, RangeSet.of(matched));
  }
}
