package clbdoctor.firewall;

import clbdoctor.firewall.model.ElementMap;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks keys up in maps, source by source where the key depends on the source. */
final class Lookups {
  private Lookups() {}

  /** What a map yields for some sources; null data where the key is no element. */
  record Found<T>(RangeSet sources, T data, boolean certain) {}

  static <T> List<Found<T>> find(ElementMap<T> map, Piece key) {
    Map<T, List<Range>> certain = new LinkedHashMap<>();
    Map<T, List<Range>> doubtful = new LinkedHashMap<>();
    for (ElementMap.Entry<T> entry : map.near(Values.hull(key.value(), key.sources()))) {
      Split split = Membership.inBox(key.value(), entry.key(), key.sources());
      put(certain, entry.data(), split.yes());
      put(doubtful, entry.data(), split.maybe());
    }
    List<Found<T>> found = new ArrayList<>();
    RangeSet open = collect(doubtful, RangeSet.EMPTY, false, found);
    RangeSet taken = collect(certain, open, true, found);
    T otherwise = Values.absent(key.value()) ? null : map.otherwise().orElse(null);
    RangeSet rest = key.sources().minus(taken);
    add(found, rest.minus(open), otherwise, true);
    add(found, rest.intersect(open), otherwise, false);
    return found;
  }

  private static <T> void put(Map<T, List<Range>> into, T data, RangeSet sources) {
    if (!sources.isEmpty()) {
      into.computeIfAbsent(data, any -> new ArrayList<>()).addAll(sources.ranges());
    }
  }

  private static <T> RangeSet collect(
      Map<T, List<Range>> byData, RangeSet except, boolean certain, List<Found<T>> found) {
    List<Range> all = new ArrayList<>();
    byData.forEach(
        (data, ranges) -> {
          add(found, RangeSet.of(ranges).minus(except), data, certain);
          all.addAll(ranges);
        });
    return RangeSet.of(all);
  }

  private static <T> void add(List<Found<T>> found, RangeSet sources, T data, boolean certain) {
    if (!sources.isEmpty()) {
      found.add(new Found<>(sources, data, certain));
    }
  }
}
