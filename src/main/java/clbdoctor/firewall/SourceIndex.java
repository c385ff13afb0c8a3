package clbdoctor.firewall;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the ranges that meet a given one: they stand by their first numbers, and a tree over them
 * holds the greatest last number below each node, so that a search costs the logarithm of their
 * number for each it finds.
 */
final class SourceIndex {
  private record Entry(int position, Range range) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Bits[] greatest;
  private final int leaves;

  /** An index of ranges by their positions; those without a range are never found. */
  SourceIndex(List<Optional<Range>> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).isPresent()) {
        entries.add(new Entry(i, ranges.get(i).get()));
      }
    }
    entries.sort(Comparator.comparing(entry -> entry.range().first()));
    leaves = Math.max(1, Integer.highestOneBit(Math.max(1, entries.size() - 1)) * 2);
    greatest = new Bits[2 * leaves];
    Arrays.fill(greatest, Bits.ZERO);
    for (int i = 0; i < entries.size(); i++) {
      greatest[leaves + i] = entries.get(i).range().last();
    }
    for (int node = leaves - 1; node > 0; node--) {
      Bits left = greatest[2 * node];
      Bits right = greatest[2 * node + 1];
      greatest[node] = left.compareTo(right) > 0 ? left : right;
    }
  }

  /** The positions of the ranges that meet this one, ascending. */
  int[] meeting(Range wanted) {
    int[] found = new int[Math.min(16, entries.size())];
    int count = 0;
    int at = nextEndingAtOrAfter(0, wanted.first());
    while (at < entries.size() && entries.get(at).range().first().compareTo(wanted.last()) <= 0) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = entries.get(at).position();
      at = nextEndingAtOrAfter(at + 1, wanted.first());
    }
    int[] positions = Arrays.copyOf(found, count);
    Arrays.sort(positions);
    return positions;
  }

  /** The next entry from {@code from} on whose range does not end before {@code value}. */
  private int nextEndingAtOrAfter(int from, Bits value) {
    if (from >= entries.size()) {
      return entries.size();
    }
    int node = leaves + from;
    while (greatest[node].compareTo(value) < 0) {
      while ((node & 1) == 1) {
        node >>= 1;
        if (node == 0) {
          return entries.size();
        }
      }
      node++;
    }
    while (node < leaves) {
      node = 2 * node;
      if (greatest[node].compareTo(value) < 0) {
        node++;
      }
    }
    return Math.min(node - leaves, entries.size());
  }
}
