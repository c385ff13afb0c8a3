package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.fact.Fact;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
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
  /** Rules only conclude, so a report of ordinary size fires a few dozen; this is a fence. */
  static final int MOST_FIRINGS = 20_000;

  private Session() {}

  static List<Firing> run(
      KieSessionsPool sessions, Collection<Fact> facts, Map<String, Rule> rules, int mostFirings) {
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
      if (session.fireAllRules(mostFirings) >= mostFirings) {
        throw new ProblemsException(
            List.of(
                new Problem(
                    "report",
                    1,
                    0,
                    "its facts make rules fire "
                        + mostFirings
                        + " times; leave out what repeats itself")));
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
