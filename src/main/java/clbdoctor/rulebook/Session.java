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

  /** What gets each firing: the name of the rule, and the facts that matched. */
  interface Firings {
    void add(String rule, List<Fact> matched);
  }

  static List<Firing> run(KieBase base, Collection<Fact> facts, Map<String, Rule> rules) {
    List<Firing> firings = new ArrayList<>();
    run(
        base,
        facts,
        MOST_FIRINGS,
        (name, matched) -> firings.add(new Firing(rules.get(name), matched)));
    return firings;
  }

  static void run(KieBase base, Collection<Fact> facts, int mostFirings, Firings firings) {
    KieSession session = base.newKieSession();
    try {
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
              firings.add(event.getMatch().getRule().getName(), matched(event.getMatch()));
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
    } finally {
      session.dispose();
    }
  }

  /**
   * A rule that begins with {@code not} or {@code exists} also matches the engine's own first fact.
   */
  private static List<Fact> matched(Match match) {
    return match.getObjects().stream()
        .filter(Fact.class::isInstance)
        .map(Fact.class::cast)
        .toList();
  }
}
