package clbdoctor.firewall.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An immutable set of 128-bit numbers, kept as ranges. Membership costs the logarithm of the number
 * of ranges; the operations cost the smaller set times that of the larger.
 */
public final class RangeSet {

  public static final RangeSet EMPTY = new RangeSet(null);
  public static final RangeSet ALL = of(Range.ALL);

  private static final Comparator<Range> BY_FIRST = Comparator.comparing(Range::first);

  private final RangeTree tree;

  private RangeSet(RangeTree tree) {
    this.tree = tree;
  }

  private RangeSet same(RangeTree result) {
    return result == tree ? this : result == null ? EMPTY : new RangeSet(result);
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
    sorted.sort(BY_FIRST);
    return ofAscending(sorted);
  }

  public boolean isEmpty() {
    return tree == null;
  }

  /** The number of ranges. */
  public int size() {
    return RangeTree.size(tree);
  }

  /** The lowest number; the set is not empty. */
  public Bits first() {
    return RangeTree.lowest(tree).first();
  }

  /** The highest number; the set is not empty. */
  public Bits last() {
    return RangeTree.highest(tree).last();
  }

  /** The ranges in ascending order; they neither overlap nor touch. */
  public List<Range> ranges() {
    List<Range> ranges = new ArrayList<>(size());
    RangeTree.collect(tree, ranges);
    return ranges;
  }

  /** Whether the set is one number. */
  public boolean single() {
    return size() == 1 && tree.range.first().equals(tree.range.last());
  }

  public boolean contains(Bits value) {
    RangeTree at = tree;
    while (at != null) {
      if (value.compareTo(at.range.first()) < 0) {
        at = at.left;
      } else if (value.compareTo(at.range.last()) > 0) {
        at = at.right;
      } else {
        return true;
      }
    }
    return false;
  }

  public boolean containsAll(RangeSet other) {
    return other.minus(this).isEmpty();
  }

  public boolean overlaps(RangeSet other) {
    return size() <= other.size() ? overlaps(tree, other.tree) : overlaps(other.tree, tree);
  }

  private static boolean overlaps(RangeTree few, RangeTree many) {
    return few != null
        && (RangeTree.meeting(many, few.range) != null
            || overlaps(few.left, many)
            || overlaps(few.right, many));
  }

  public RangeSet intersect(RangeSet other) {
    if (size() > other.size()) {
      return other.intersect(this);
    }
    RangeSet near = other.within(this);
    if (alike(near)) {
      return equals(near) ? this : ofAscending(RangeLists.intersect(ranges(), near.ranges()));
    }
    return same(RangeTree.intersect(tree, near.tree));
  }

  public RangeSet minus(RangeSet other) {
    if (!overlaps(other)) {
      return this;
    }
    RangeSet near = other.within(this);
    return near.size() > size() / 16
        ? ofAscending(RangeLists.minus(ranges(), near.ranges()))
        : same(RangeTree.minus(tree, near.tree));
  }

  public RangeSet union(RangeSet other) {
    if (other.size() > size()) {
      return other.union(this);
    }
    if (alike(other)) {
      List<Range> all = new ArrayList<>(size() + other.size());
      RangeTree.collect(tree, all);
      RangeTree.collect(other.tree, all);
      return tree == other.tree ? this : of(all);
    }
    RangeSet union = this;
    for (Range range : other.ranges()) {
      union = union.same(RangeTree.with(union.tree, range));
    }
    return union;
  }

  /** The part between the lowest and the highest number of another set. */
  private RangeSet within(RangeSet other) {
    return other.isEmpty() || isEmpty()
        ? EMPTY
        : same(RangeTree.upTo(RangeTree.from(tree, other.first()), other.last()));
  }

  /** Whether going through both costs less than looking the ranges of one up in the other. */
  private boolean alike(RangeSet other) {
    return Math.min(size(), other.size()) > Math.max(size(), other.size()) / 16;
  }

  private static RangeSet ofAscending(List<Range> ranges) {
    return EMPTY.same(RangeTree.ofAscending(ranges));
  }

  public RangeSet complement() {
    return ALL.minus(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof RangeSet set
            && (tree == set.tree
                || hashCode() == set.hashCode()
                    && size() == set.size()
                    && ranges().equals(set.ranges()));
  }

  @Override
  public int hashCode() {
    return RangeTree.hash(tree);
  }

  @Override
  public String toString() {
    return ranges().toString();
  }
}
