package clbdoctor.firewall;

import clbdoctor.firewall.model.RangeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Equal packets from many sources.
 *
 * @param assumed whether it exists only if a doubtful condition came out one way
 */
record Flow(Packet packet, RangeSet sources, boolean assumed) {

  Flow with(Packet changed) {
    return new Flow(changed, sources, assumed);
  }

  Flow from(RangeSet part) {
    return new Flow(packet, part, assumed);
  }

  Flow supposed(RangeSet part) {
    return new Flow(packet, part, true);
  }

  /** The same flows with the sources of equal packets joined. */
  static List<Flow> joined(List<Flow> flows) {
    if (flows.size() < 2) {
      return flows;
    }
    Map<Flow, RangeSet> sources = new LinkedHashMap<>();
    for (Flow flow : flows) {
      sources.merge(flow.from(RangeSet.EMPTY), flow.sources(), RangeSet::union);
    }
    List<Flow> joined = new ArrayList<>();
    sources.forEach((flow, union) -> joined.add(flow.from(union)));
    return joined;
  }
}
