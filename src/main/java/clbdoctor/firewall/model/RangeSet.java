package clbdoctor.firewall.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An immutable set of 128-bit numbers, kept as sorted ranges that neither overlap nor touch.
 * Membership is a binary search; the operations cost the smaller set times a search in the larger.
 */
public final class RangeSet {

  public static final RangeSet EMPTY = new RangeSet(new long[0], new long[0]);
  public static final RangeSet ALL = of(Range.ALL);

  /** High and low halves; range {@code i} is first at {@code 2i}, last at {@code 2i+1}. */
  private final long[] high;

  private final long[] low;
  private int hash;

  private RangeSet(long[] high, long[] low) {
    this.high = high;
    this.low = low;
  }

  public static RangeSet of(Range... ranges) {
    return of(Arrays.asList(ranges));
  }

  public static RangeSet of(Bits only) {
    return of(Range.of(only));
  }

  /** The union of ranges in any order. */
  public static RangeSet of(Collection<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(Range::first));
    RangeSetBuilder builder = new RangeSetBuilder(sorted.size());
    sorted.forEach(range -> builder.append(range.first(), range.last()));
    return builder.build();
  }

  static RangeSet ofSorted(long[] high, long[] low) {
    return new RangeSet(high, low);
  }

  public boolean isEmpty() {
    return high.length == 0;
  }

  /** The number of ranges. */
  public int size() {
    return high.length / 2;
  }

  public Bits first(int index) {
    return new Bits(high[2 * index], low[2 * index]);
  }

  public Bits last(int index) {
    return new Bits(high[2 * index + 1], low[2 * index + 1]);
  }

  public List<Range> ranges() {
    List<Range> ranges = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      ranges.add(new Range(first(i), last(i)));
    }
    return ranges;
  }

  /** Whether the set is one number. */
  public boolean single() {
    return size() == 1 && first(0).equals(last(0));
  }

  public boolean contains(Bits value) {
    int at = firstEndingAtOrAfter(value);
    return at < size() && first(at).compareTo(value) <= 0;
  }

  public boolean containsAll(RangeSet other) {
    return other.minus(this).isEmpty();
  }

  public boolean overlaps(RangeSet other) {
    return !intersect(other).isEmpty();
  }

  public RangeSet intersect(RangeSet other) {
    if (equals(other)) {
      return this;
    }
    RangeSet small = size() <= other.size() ? this : other;
    RangeSet large = small == this ? other : this;
    RangeSetBuilder builder = new RangeSetBuilder(small.size() + 4);
    for (int i = 0; i < small.size(); i++) {
      large.appendOverlap(small.first(i), small.last(i), builder);
    }
    return builder.build();
  }

  public RangeSet minus(RangeSet other) {
    return isEmpty() || other.isEmpty() ? this : intersect(other.complement());
  }

  public RangeSet union(RangeSet other) {
    if (isEmpty() || other.isEmpty() || equals(other)) {
      return isEmpty() ? other : this;
    }
    RangeSetBuilder builder = new RangeSetBuilder(size() + other.size());
    int mine = 0;
    int theirs = 0;
    while (mine < size() || theirs < other.size()) {
      boolean takeMine =
          theirs >= other.size()
              || mine < size() && first(mine).compareTo(other.first(theirs)) <= 0;
      RangeSet from = takeMine ? this : other;
      int at = takeMine ? mine++ : theirs++;
      builder.append(from.first(at), from.last(at));
    }
    return builder.build();
  }

  public RangeSet complement() {
    RangeSetBuilder builder = new RangeSetBuilder(size() + 1);
    Bits next = Bits.ZERO;
    for (int i = 0; i < size(); i++) {
      if (next.compareTo(first(i)) < 0) {
        builder.append(next, first(i).previous());
      }
      next = last(i).next();
    }
    if (isEmpty() || !last(size() - 1).equals(Bits.MAX)) {
      builder.append(next, Bits.MAX);
    }
    return builder.build();
  }

  private void appendOverlap(Bits first, Bits last, RangeSetBuilder builder) {
    for (int i = firstEndingAtOrAfter(first); i < size(); i++) {
      Bits from = first(i);
      if (from.compareTo(last) > 0) {
        return;
      }
      Bits to = last(i);
      builder.append(from.compareTo(first) > 0 ? from : first, to.compareTo(last) < 0 ? to : last);
    }
  }

  private int firstEndingAtOrAfter(Bits value) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = from + to >>> 1;
      int byHigh = Long.compareUnsigned(high[2 * middle + 1], value.high());
      int order = byHigh != 0 ? byHigh : Long.compareUnsigned(low[2 * middle + 1], value.low());
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof RangeSet set
            && Arrays.equals(high, set.high)
            && Arrays.equals(low, set.low);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = 31 * Arrays.hashCode(high) + Arrays.hashCode(low);
    }
    return hash;
  }

  @Override
  public String toString() {
    return ranges().toString();
  }
}
