package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import clbdoctor.firewall.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceIndexTest {

  private static boolean meet(Range one, Range two) {
    return one.first().compareTo(two.last()) <= 0 && two.first().compareTo(one.last()) <= 0;
  }

  private static Range range(Random random) {
    int first = random.nextInt(100);
    return Range.of(first, first + random.nextInt(random.nextBoolean() ? 3 : 100));
  }

  @Test
  void findsTheRangesThatMeetAndNoOther() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      List<Optional<Range>> ranges = new ArrayList<>();
      for (int n = random.nextInt(20); n > 0; n--) {
        ranges.add(random.nextInt(5) == 0 ? Optional.empty() : Optional.of(range(random)));
      }
      Range wanted = range(random);
      int[] expected =
          IntStream.range(0, ranges.size())
              .filter(n -> ranges.get(n).filter(range -> meet(range, wanted)).isPresent())
              .toArray();
      assertArrayEquals(expected, new SourceIndex(ranges).meeting(wanted));
    }
  }
}
