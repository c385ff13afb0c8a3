package clbdoctor.firewall;

import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Range;
import clbdoctor.firewall.model.Rule;
import java.util.List;

/** A chain prepared for finding the rules that concern a flow. */
final class GuardedChain {
  private final Chain chain;
  private final List<Guard> guards;
  private final SourceIndex index;

  GuardedChain(Chain chain) {
    this.chain = chain;
    this.guards = chain.rules().stream().map(Guard::of).toList();
    this.index = new SourceIndex(guards.stream().map(Guard::sources).toList());
  }

  Chain chain() {
    return chain;
  }

  Rule rule(int index) {
    return chain.rules().get(index);
  }

  /** The positions, ascending, of the rules that may concern flows from these sources. */
  int[] near(List<Flow> flows) {
    Range hull = null;
    for (Flow flow : flows) {
      Range next = hull(flow);
      hull = hull == null ? next : around(hull, next);
    }
    return hull == null ? new int[0] : index.meeting(hull);
  }

  private static Range hull(Flow flow) {
    return flow.sources().isEmpty()
        ? Range.ALL
        : Values.hull(flow.packet().ends().source(), flow.sources());
  }

  private static Range around(Range one, Range two) {
    return new Range(
        one.first().compareTo(two.first()) < 0 ? one.first() : two.first(),
        one.last().compareTo(two.last()) > 0 ? one.last() : two.last());
  }

  /** Whether the rule surely leaves all of them alone. */
  boolean passesBy(int index, List<Flow> flows) {
    Guard guard = guards.get(index);
    for (Flow flow : flows) {
      if (!guard.excludes(flow)) {
        return false;
      }
    }
    return true;
  }
}
