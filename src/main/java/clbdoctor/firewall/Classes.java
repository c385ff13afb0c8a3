package clbdoctor.firewall;

import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.RangeSet;
import clbdoctor.firewall.model.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sources whose packets may arrive, may be denied, may go where nothing tells. */
record Classes(RangeSet allowed, RangeSet denied, RangeSet open) {

  static Classes of(Trace trace) {
    List<Range> denied = new ArrayList<>();
    trace.denials().values().forEach(one -> denied.addAll(one.sources().ranges()));
    return new Classes(trace.arrived(), RangeSet.of(denied), trace.open());
  }

  /** What the prober sees of a denial. */
  record Sight(Refusal refusal, boolean afterAnswer) {}

  /** Denied sources by what the prober sees. */
  static Map<Sight, RangeSet> bySight(Trace trace) {
    Map<Sight, List<Range>> ranges = new LinkedHashMap<>();
    trace
        .denials()
        .forEach(
            (denial, denied) ->
                ranges
                    .computeIfAbsent(
                        new Sight(denial.seen(), denial.afterAnswer()), any -> new ArrayList<>())
                    .addAll(denied.sources().ranges()));
    Map<Sight, RangeSet> sets = new LinkedHashMap<>();
    ranges.forEach((sight, list) -> sets.put(sight, RangeSet.of(list)));
    return sets;
  }
}
