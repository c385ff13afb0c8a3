package clbdoctor.firewall.model;

import java.util.Arrays;

/** Collects ranges in ascending order of their first number and joins those that touch. */
final class RangeSetBuilder {
  private long[] high;
  private long[] low;
  private int used;

  RangeSetBuilder(int ranges) {
    high = new long[2 * ranges];
    low = new long[2 * ranges];
  }

  void append(Bits first, Bits last) {
    if (used > 0 && touchesLast(first)) {
      Bits end = new Bits(high[used - 1], low[used - 1]);
      if (end.compareTo(last) < 0) {
        high[used - 1] = last.high();
        low[used - 1] = last.low();
      }
      return;
    }
    if (used == high.length) {
      high = Arrays.copyOf(high, 2 * used + 4);
      low = Arrays.copyOf(low, 2 * used + 4);
    }
    put(first);
    put(last);
  }

  RangeSet build() {
    return RangeSet.ofSorted(Arrays.copyOf(high, used), Arrays.copyOf(low, used));
  }

  private boolean touchesLast(Bits first) {
    Bits end = new Bits(high[used - 1], low[used - 1]);
    return end.equals(Bits.MAX) || first.compareTo(end.next()) <= 0;
  }

  private void put(Bits value) {
    high[used] = value.high();
    low[used++] = value.low();
  }
}
