package clbdoctor.firewall;

import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.RateLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what could not be known on the way, and for which sources. */
final class Doubts {
  private final Map<Doubt, RangeSet> constructs = new LinkedHashMap<>();
  private final Map<RateLimit, RangeSet> limits = new LinkedHashMap<>();
  private Optional<RuleReference> place = Optional.empty();

  /** Where the doubts that follow arise. */
  void at(Optional<RuleReference> rule) {
    place = rule;
  }

  void note(RangeSet sources, String construct) {
    constructs.merge(new Doubt(construct, place), sources, RangeSet::union);
  }

  void note(RangeSet sources, RateLimit limit) {
    limits.merge(limit, sources, RangeSet::union);
  }

  List<Doubt> touching(RangeSet sources) {
    return touching(constructs, sources);
  }

  List<RateLimit> limitsTouching(RangeSet sources) {
    return touching(limits, sources);
  }

  private static <T> List<T> touching(Map<T, RangeSet> noted, RangeSet sources) {
    List<T> found = new ArrayList<>();
    noted.forEach(
        (what, where) -> {
          if (where.overlaps(sources)) {
            found.add(what);
          }
        });
    return found;
  }

  static String reason(Value value) {
    if (value instanceof Value.Within within) {
      return within.why();
    }
    if (value instanceof Value.Tuple tuple) {
      return tuple.parts().stream()
          .filter(part -> part instanceof Value.Within || part instanceof Value.Partial)
          .findFirst()
          .map(Doubts::reason)
          .orElse("a value that is not known");
    }
    return "a part of the connection's status";
  }
}
