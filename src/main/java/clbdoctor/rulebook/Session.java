package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.Match;

/** One run of the engine over the facts of one report. */
final class Session {
  private Session() {}

  static List<Firing> run(
      KieSessionsPool sessions, Collection<Fact> facts, Map<String, Rule> rules, Fence fence) {
    List<Firing> firings = new ArrayList<>();
    KieSession session = sessions.newKieSession();
    try {
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
              firings.add(firing(event.getMatch(), rules));
            }
          });
      facts.forEach(session::insert);
      if (session.fireAllRules(fence.mostFirings()) >= fence.mostFirings()) {
        throw fence.tooManyFirings(firings);
      }
      return firings;
    } finally {
      session.dispose();
    }
  }

  /**
   * A rule that begins with {@code not} or {@code exists} also matches the engine's own first fact.
   */
  private static Firing firing(Match match, Map<String, Rule> rules) {
    return new Firing(
        rules.get(match.getRule().getName()),
        match.getObjects().stream().filter(Fact.class::isInstance).map(Fact.class::cast).toList());
  }
}
