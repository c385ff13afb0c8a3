package clbdoctor.firewall.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A height-balanced tree of ranges in ascending order that neither overlap nor touch; {@code null}
 * is the empty one. A tree never changes: what an operation leaves alone is shared by operand and
 * result, so taking one range out of a large set costs the logarithm of its size.
 *
 * <p>All operations come from joining and cutting trees, as in Blelloch, Ferizovic and Sun, "Just
 * Join for Parallel Ordered Sets" (2016).
 */
final class RangeTree {
  final RangeTree left;
  final Range range;
  final RangeTree right;
  final int size;
  final int hash;
  private final int height;

  private RangeTree(RangeTree left, Range range, RangeTree right) {
    this.left = left;
    this.range = range;
    this.right = right;
    this.size = size(left) + 1 + size(right);
    this.height = Math.max(height(left), height(right)) + 1;
    this.hash = hash(left) + 0x9E3779B9 * range.hashCode() + hash(right);
  }

  static int size(RangeTree tree) {
    return tree == null ? 0 : tree.size;
  }

  /** Depends on the ranges alone, not on how they are arranged. */
  static int hash(RangeTree tree) {
    return tree == null ? 0 : tree.hash;
  }

  private static int height(RangeTree tree) {
    return tree == null ? 0 : tree.height;
  }

  /** The union of ranges in ascending order of their first numbers. */
  static RangeTree ofAscending(List<Range> ranges) {
    List<Range> apart = new ArrayList<>(ranges.size());
    Range open = null;
    for (Range next : ranges) {
      if (open != null && !beyond(open.last(), next.first())) {
        open = open.last().compareTo(next.last()) < 0 ? new Range(open.first(), next.last()) : open;
      } else {
        if (open != null) {
          apart.add(open);
        }
        open = next;
      }
    }
    if (open != null) {
      apart.add(open);
    }
    return balanced(apart, 0, apart.size());
  }

  /** Whether there is a number between the two. */
  private static boolean beyond(Bits last, Bits first) {
    return !last.equals(Bits.MAX) && last.next().compareTo(first) < 0;
  }

  private static RangeTree balanced(List<Range> ranges, int from, int to) {
    if (from == to) {
      return null;
    }
    int middle = from + to >>> 1;
    return new RangeTree(
        balanced(ranges, from, middle), ranges.get(middle), balanced(ranges, middle + 1, to));
  }

  static Range lowest(RangeTree tree) {
    RangeTree at = tree;
    while (at.left != null) {
      at = at.left;
    }
    return at.range;
  }

  static Range highest(RangeTree tree) {
    RangeTree at = tree;
    while (at.right != null) {
      at = at.right;
    }
    return at.range;
  }

  /** The range that holds a number of {@code wanted}; null without one. */
  static Range meeting(RangeTree tree, Range wanted) {
    RangeTree at = tree;
    while (at != null) {
      if (wanted.last().compareTo(at.range.first()) < 0) {
        at = at.left;
      } else if (at.range.last().compareTo(wanted.first()) < 0) {
        at = at.right;
      } else {
        return at.range;
      }
    }
    return null;
  }

  static RangeTree join(RangeTree low, Range middle, RangeTree high) {
    if (height(low) > height(high) + 1) {
      return turned(low.left, low.range, join(low.right, middle, high));
    }
    if (height(high) > height(low) + 1) {
      return turned(join(low, middle, high.left), high.range, high.right);
    }
    return new RangeTree(low, middle, high);
  }

  /** Joins trees whose heights differ by two at most. */
  private static RangeTree turned(RangeTree low, Range middle, RangeTree high) {
    if (height(low) > height(high) + 1) {
      if (height(low.left) >= height(low.right)) {
        return new RangeTree(low.left, low.range, new RangeTree(low.right, middle, high));
      }
      RangeTree inner = low.right;
      return new RangeTree(
          new RangeTree(low.left, low.range, inner.left),
          inner.range,
          new RangeTree(inner.right, middle, high));
    }
    if (height(high) > height(low) + 1) {
      if (height(high.right) >= height(high.left)) {
        return new RangeTree(new RangeTree(low, middle, high.left), high.range, high.right);
      }
      RangeTree inner = high.left;
      return new RangeTree(
          new RangeTree(low, middle, inner.left),
          inner.range,
          new RangeTree(inner.right, high.range, high.right));
    }
    return new RangeTree(low, middle, high);
  }

  static RangeTree concat(RangeTree low, RangeTree high) {
    if (low == null || high == null) {
      return low == null ? high : low;
    }
    return join(low, lowest(high), withoutLowest(high));
  }

  static RangeTree withoutLowest(RangeTree tree) {
    return tree.left == null ? tree.right : join(withoutLowest(tree.left), tree.range, tree.right);
  }

  static RangeTree withoutHighest(RangeTree tree) {
    return tree.right == null ? tree.left : join(tree.left, tree.range, withoutHighest(tree.right));
  }

  /** The numbers up to {@code end}. */
  static RangeTree upTo(RangeTree tree, Bits end) {
    if (tree == null) {
      return null;
    }
    if (end.compareTo(tree.range.first()) < 0) {
      return upTo(tree.left, end);
    }
    if (end.compareTo(tree.range.last()) < 0) {
      return join(tree.left, new Range(tree.range.first(), end), null);
    }
    RangeTree kept = upTo(tree.right, end);
    return kept == tree.right ? tree : join(tree.left, tree.range, kept);
  }

  /** The numbers from {@code start} on. */
  static RangeTree from(RangeTree tree, Bits start) {
    if (tree == null) {
      return null;
    }
    if (start.compareTo(tree.range.last()) > 0) {
      return from(tree.right, start);
    }
    if (start.compareTo(tree.range.first()) > 0) {
      return join(null, new Range(start, tree.range.last()), tree.right);
    }
    RangeTree kept = from(tree.left, start);
    return kept == tree.left ? tree : join(kept, tree.range, tree.right);
  }

  static RangeTree below(RangeTree tree, Bits limit) {
    return limit.equals(Bits.ZERO) ? null : upTo(tree, limit.previous());
  }

  static RangeTree above(RangeTree tree, Bits limit) {
    return limit.equals(Bits.MAX) ? null : from(tree, limit.next());
  }

  static RangeTree intersect(RangeTree few, RangeTree many) {
    if (few == null || many == null || few == many) {
      return few == null ? null : many;
    }
    if (few.size > many.size) {
      return intersect(many, few);
    }
    Range range = few.range;
    RangeTree low = few.left == null ? null : intersect(few.left, below(many, range.first()));
    RangeTree high = few.right == null ? null : intersect(few.right, above(many, range.last()));
    return concat(concat(low, upTo(from(many, range.first()), range.last())), high);
  }

  static RangeTree minus(RangeTree tree, RangeTree taken) {
    if (tree == null || taken == null || tree == taken) {
      return taken == null ? tree : null;
    }
    Range range = taken.range;
    return concat(
        minus(below(tree, range.first()), taken.left),
        minus(above(tree, range.last()), taken.right));
  }

  /** The tree with one more range, which takes in those that it overlaps or touches. */
  static RangeTree with(RangeTree tree, Range added) {
    RangeTree low = below(tree, added.first());
    RangeTree high = above(tree, added.last());
    Bits first = added.first();
    Bits last = added.last();
    if (low != null && !beyond(highest(low).last(), first)) {
      first = highest(low).first();
      low = withoutHighest(low);
    }
    if (high != null && !beyond(last, lowest(high).first())) {
      last = lowest(high).last();
      high = withoutLowest(high);
    }
    return join(low, new Range(first, last), high);
  }

  static void collect(RangeTree tree, List<Range> into) {
    if (tree != null) {
      collect(tree.left, into);
      into.add(tree.range);
      collect(tree.right, into);
    }
  }
}
