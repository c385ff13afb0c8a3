package clbdoctor.firewall.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Set operations, against the same ones on bits. */
class RangeSetTest {

  private static RangeSet set(BitSet bits) {
    List<Range> ranges = new ArrayList<>();
    for (int from = bits.nextSetBit(0); from >= 0; ) {
      int end = bits.nextClearBit(from);
      ranges.add(Range.of(from, end - 1));
      from = bits.nextSetBit(end);
    }
    return RangeSet.of(ranges);
  }

  /** Short and long, so that sets of like and of unlike sizes meet. */
  private static BitSet bits(Random random, int size) {
    BitSet bits = new BitSet();
    int share = random.nextInt(20) + 1;
    for (int i = 0; i < size; i++) {
      bits.set(i, random.nextInt(20) < share);
    }
    return bits;
  }

  @Test
  void operationsAgreeWithThoseOnBits() {
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      BitSet one = bits(random, random.nextInt(300));
      BitSet two = bits(random, random.nextInt(10) == 0 ? 300 : random.nextInt(30));
      BitSet both = (BitSet) one.clone();
      both.and(two);
      BitSet either = (BitSet) one.clone();
      either.or(two);
      BitSet rest = (BitSet) one.clone();
      rest.andNot(two);
      assertEquals(set(both), set(one).intersect(set(two)));
      assertEquals(set(both), set(two).intersect(set(one)));
      assertEquals(set(either), set(one).union(set(two)));
      assertEquals(set(rest), set(one).minus(set(two)));
      assertEquals(!both.isEmpty(), set(one).overlaps(set(two)));
      assertEquals(set(one), set(one).complement().complement());
    }
  }

  @Test
  void equalSetsHaveEqualHashesHoweverTheyCameAbout() {
    RangeSet built = RangeSet.of(Range.of(0, 4), Range.of(6, 9));
    RangeSet cut = RangeSet.of(Range.of(0, 9)).minus(RangeSet.of(Bits.of(5)));
    assertEquals(built, cut);
    assertEquals(built.hashCode(), cut.hashCode());
  }

  @Test
  void theLastNumberIsNoBeginning() {
    RangeSet ends = RangeSet.of(Bits.ZERO).union(RangeSet.of(Bits.MAX));
    assertEquals(2, ends.size());
    assertEquals(RangeSet.ALL, ends.union(ends.complement()));
    assertTrue(ends.contains(Bits.MAX));
  }
}
