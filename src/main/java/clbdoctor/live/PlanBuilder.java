package clbdoctor.live;

import clbdoctor.fact.Observed;
import clbdoctor.fact.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plan in the making. */
final class PlanBuilder {
  private final List<Look> looks = new ArrayList<>();
  private final Set<Subject> whole = EnumSet.noneOf(Subject.class);
  private final Map<Subject, String> absent = new EnumMap<>(Subject.class);
  private final List<Observed> read = new ArrayList<>();
  private final List<clbdoctor.live.probe.Plan> probes = new ArrayList<>();

  PlanBuilder look(Look look) {
    looks.add(look);
    return this;
  }

  /** The planned looks at these sections miss nothing of them. */
  PlanBuilder whole(Subject... sections) {
    whole.addAll(Arrays.asList(sections));
    return this;
  }

  /** The host can have nothing of this section. */
  PlanBuilder none(Subject section, String reason) {
    absent.put(section, reason);
    return this;
  }

  /** What was read from the files of the system already. */
  PlanBuilder read(Observed fact) {
    read.add(fact);
    return this;
  }

  PlanBuilder probe(clbdoctor.live.probe.Plan sent) {
    probes.add(sent);
    return this;
  }

  Plan build() {
    return new Plan(looks, whole, absent, read, probes);
  }
}
