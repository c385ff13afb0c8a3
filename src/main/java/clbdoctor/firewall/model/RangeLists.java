package clbdoctor.firewall.model;

import java.util.ArrayList;
import java.util.List;

/** Set operations on lists of ranges that ascend and are apart, in one pass over both. */
final class RangeLists {
  private RangeLists() {}

  static List<Range> intersect(List<Range> one, List<Range> two) {
    List<Range> both = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() && j < two.size()) {
      Range a = one.get(i);
      Range b = two.get(j);
      Bits first = a.first().compareTo(b.first()) > 0 ? a.first() : b.first();
      boolean oneEnds = a.last().compareTo(b.last()) <= 0;
      Bits last = oneEnds ? a.last() : b.last();
      if (first.compareTo(last) <= 0) {
        both.add(first == a.first() && last == a.last() ? a : new Range(first, last));
      }
      if (oneEnds) {
        i++;
      } else {
        j++;
      }
    }
    return both;
  }

  static List<Range> minus(List<Range> ranges, List<Range> taken) {
    List<Range> left = new ArrayList<>();
    int j = 0;
    for (Range range : ranges) {
      while (j < taken.size() && taken.get(j).last().compareTo(range.first()) < 0) {
        j++;
      }
      j = minus(range, taken, j, left);
    }
    return left;
  }

  /** Adds what is left of one range; the index of the last that took from it. */
  private static int minus(Range range, List<Range> taken, int from, List<Range> left) {
    Range rest = range;
    int j = from;
    while (rest != null && j < taken.size() && meets(taken.get(j), rest)) {
      Range cut = taken.get(j);
      if (rest.first().compareTo(cut.first()) < 0) {
        left.add(new Range(rest.first(), cut.first().previous()));
      }
      boolean more = cut.last().compareTo(rest.last()) < 0;
      rest = more ? new Range(cut.last().next(), rest.last()) : null;
      j += more ? 1 : 0;
    }
    if (rest != null) {
      left.add(rest);
    }
    return j;
  }

  private static boolean meets(Range later, Range range) {
    return later.first().compareTo(range.last()) <= 0;
  }
}
