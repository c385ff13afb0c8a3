package clbdoctor.firewall;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.RangeSet;
import java.util.List;
import java.util.stream.LongStream;

/** What is known of a packet field. */
sealed interface Value {

  record Known(Bits bits) implements Value {}

  /** One of these, and nothing says which. */
  record Within(RangeSet values, String why) implements Value {}

  /** The prober's address, of which a flow stands for many, as far as {@code mask} shows it. */
  record Prober(Bits mask) implements Value {}

  /** These bits, except that nothing tells those in {@code open}. */
  record Partial(Bits bits, Bits open) implements Value {}

  /** The packet has no such field. */
  record Absent() implements Value {}

  record Tuple(List<Value> parts) implements Value {}

  Value ABSENT = new Absent();
  Known[] SMALL =
      LongStream.range(0, 256).mapToObj(n -> new Known(Bits.of(n))).toArray(Known[]::new);
  Value PROBER = new Prober(Bits.MAX);

  static Value of(long number) {
    return number >= 0 && number < SMALL.length ? SMALL[(int) number] : new Known(Bits.of(number));
  }

  static Value unknown(String why) {
    return new Within(RangeSet.ALL, why);
  }
}
