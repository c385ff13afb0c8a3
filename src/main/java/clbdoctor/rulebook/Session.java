package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/** One run of the engine over the facts of one report. */
final class Session {
  /** Rules only conclude, so a report of ordinary size fires a few dozen; this is a fence. */
  private static final int MOST_FIRINGS = 20_000;

  private Session() {}

  static List<Firing> run(KieBase base, Collection<Fact> facts, Map<String, Rule> rules) {
    List<Firing> firings = new ArrayList<>();
    KieSession session = base.newKieSession();
    try {
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
              firings.add(firing(event.getMatch(), rules));
            }
          });
      facts.forEach(session::insert);
      if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
        throw new IllegalStateException(
            "the rules fired "
                + MOST_FIRINGS
                + " times on one report: the report has too many facts");
      }
      return firings;
    } finally {
      session.dispose();
    }
  }

  private static Firing firing(Match match, Map<String, Rule> rules) {
    return new Firing(
        rules.get(match.getRule().getName()),
        match.getObjects().stream().filter(Fact.class::isInstance).map(Fact.class::cast).toList());
  }
}
