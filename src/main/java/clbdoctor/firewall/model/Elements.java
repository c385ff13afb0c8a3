package clbdoctor.firewall.model;

import java.util.Collection;
import java.util.List;

/** The elements of a set, over one value or several side by side. */
public sealed interface Elements {

  /** Elements over one value. */
  record Flat(RangeSet values) implements Elements {}

  /** Elements over a concatenation. */
  record Boxes(List<Box> boxes) implements Elements {
    public Boxes {
      boxes = List.copyOf(boxes);
    }
  }

  /** The set of {@code boxes}, all of the same width. */
  static Elements of(Collection<Box> boxes) {
    boolean flat = boxes.stream().allMatch(box -> box.sides().size() == 1);
    return flat
        ? new Flat(RangeSet.of(boxes.stream().map(box -> box.sides().get(0)).toList()))
        : new Boxes(List.copyOf(boxes));
  }

  static Elements of(Range... ranges) {
    return new Flat(RangeSet.of(ranges));
  }

  static Elements of(Bits only) {
    return new Flat(RangeSet.of(only));
  }
}
