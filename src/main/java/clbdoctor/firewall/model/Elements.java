package clbdoctor.firewall.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The elements of a set, over one value or several side by side. */
public sealed interface Elements {

  /** Elements over one value. */
  record Flat(RangeSet values) implements Elements {}

  /** Elements over a concatenation. */
  record Boxes(List<Group> groups) implements Elements {
    public Boxes {
      groups = List.copyOf(groups);
    }
  }

  /** The elements that differ in their first part alone. */
  record Group(RangeSet first, List<RangeSet> rest) {
    public Group {
      rest = List.copyOf(rest);
    }
  }

  /** The set of {@code boxes}, all of the same width. */
  static Elements of(Collection<Box> boxes) {
    boolean flat = boxes.stream().allMatch(box -> box.sides().size() == 1);
    return flat
        ? new Flat(RangeSet.of(boxes.stream().map(box -> box.sides().get(0)).toList()))
        : grouped(boxes);
  }

  private static Boxes grouped(Collection<Box> boxes) {
    Map<List<Range>, List<Range>> firsts = new LinkedHashMap<>();
    for (Box box : boxes) {
      List<Range> rest = box.sides().subList(1, box.sides().size());
      firsts.computeIfAbsent(rest, any -> new ArrayList<>()).add(box.sides().get(0));
    }
    List<Group> groups = new ArrayList<>();
    firsts.forEach(
        (rest, first) ->
            groups.add(new Group(RangeSet.of(first), rest.stream().map(RangeSet::of).toList())));
    return new Boxes(groups);
  }

  static Elements of(Range... ranges) {
    return new Flat(RangeSet.of(ranges));
  }

  static Elements of(Bits only) {
    return new Flat(RangeSet.of(only));
  }
}
