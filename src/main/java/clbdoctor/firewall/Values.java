package clbdoctor.firewall;

import clbdoctor.firewall.model.Bits;
import clbdoctor.firewall.model.Expression.BitOperator;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.List;

/** Arithmetic on what is known of values. */
final class Values {
  private Values() {}

  /** The value itself when the sources leave but one. */
  static Value pinned(Value value, RangeSet sources) {
    if (value instanceof Value.Prober prober && sources.single()) {
      return new Value.Known(sources.first().and(prober.mask()));
    }
    return value instanceof Value.Within within && within.values().single()
        ? new Value.Known(within.values().first())
        : value;
  }

  static Value partial(Bits bits, Bits open) {
    return open.equals(Bits.ZERO) ? new Value.Known(bits) : new Value.Partial(bits, open);
  }

  /** Whether the mask, of 32 or 128 bits, is ones followed by zeros. */
  static boolean prefix(Bits mask) {
    Bits holes = hidden(mask);
    return holes.and(holes.next()).equals(Bits.ZERO);
  }

  /** The bits of an address, of 32 bits when the mask is, that the mask leaves out. */
  static Bits hidden(Bits mask) {
    return mask.high() == 0 ? Bits.of(~mask.low() & 0xffff_ffffL) : mask.not();
  }

  /** Some value of which only the bits in {@code and} can be other than those in {@code xor}. */
  static Value atMost(Bits and, Bits xor, Value why) {
    String reason =
        why instanceof Value.Within within ? within.why() : "a part of the source's address";
    boolean low = and.high() == 0 && xor.equals(Bits.ZERO);
    return new Value.Within(low ? RangeSet.of(new Range(Bits.ZERO, and)) : RangeSet.ALL, reason);
  }

  static Value combined(Value left, BitOperator operator, Value right) {
    if (left instanceof Value.Known one && right instanceof Value.Known two) {
      return new Value.Known(
          switch (operator) {
            case AND -> one.bits().and(two.bits());
            case OR -> one.bits().or(two.bits());
            case XOR -> one.bits().xor(two.bits());
          });
    }
    return left instanceof Value.Absent || right instanceof Value.Absent
        ? Value.ABSENT
        : Value.unknown("a combination of values that are not known");
  }

  static Value appended(Value tuple, Value next) {
    List<Value> parts = new ArrayList<>(((Value.Tuple) tuple).parts());
    parts.add(next);
    return new Value.Tuple(List.copyOf(parts));
  }

  static boolean absent(Value value) {
    return value instanceof Value.Absent
        || value instanceof Value.Tuple tuple && tuple.parts().stream().anyMatch(Values::absent);
  }

  /** A range that holds whatever the value, or its first part, can be. */
  static Range hull(Value value, RangeSet sources) {
    if (value instanceof Value.Tuple tuple) {
      return hull(tuple.parts().get(0), sources);
    }
    if (value instanceof Value.Known known) {
      return Range.of(known.bits());
    }
    if (value instanceof Value.Prober prober && prober.mask().equals(Bits.MAX)) {
      return new Range(sources.first(), sources.last());
    }
    return Range.ALL;
  }
}
