package clbdoctor.report;

import clbdoctor.diagnosis.CausePage;
import clbdoctor.diagnosis.Conclusion;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Rule;
import clbdoctor.diagnosis.Rule.Condition;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import java.util.List;

/** Why the rules about one cause hold, or do not, for a person at a terminal. */
public final class Explanation {
  private final Facts facts;
  private final Style style;
  private final Lines lines = new Lines();

  public Explanation(CausePage page, Facts facts, Style style) {
    this.facts = facts;
    this.style = style;
    lines.line(0, style.heading(page.id() + ": " + page.title()));
  }

  /** Adds a rule whose conditions all hold. */
  public void holds(Firing firing) {
    lines.blank();
    lines.line(0, style.good("holds") + "  " + heading(firing.rule()));
    firing.rule().conditions().forEach(condition -> lines.paragraph(2, 4, words(condition)));
    lines.line(2, "matched by");
    firing.matched().forEach(this::fact);
  }

  /** Adds a rule that stops at a condition, with the facts that stand against it. */
  public void doesNotHold(Rule rule, Condition blocking, List<Fact> against) {
    lines.blank();
    lines.line(0, style.bad("does not hold") + "  " + heading(rule));
    for (Condition condition : rule.conditions()) {
      boolean stop = condition.line() == blocking.line();
      lines.paragraph(2, 4, (stop ? "NO  " : "yes ") + words(condition));
      if (stop) {
        break;
      }
    }
    if (against.isEmpty()) {
      lines.line(2, "nothing of the kind is known");
    } else {
      lines.line(2, blocking.negated() ? "against it stands" : "known of the kind, but not so");
      against.forEach(this::fact);
    }
  }

  public String text() {
    return lines.toString();
  }

  private String heading(Rule rule) {
    String conclusion =
        rule.conclusion() instanceof Conclusion.Cause cause
            ? cause.certainty().name()
            : "RULED OUT";
    return conclusion + "  " + rule.name() + "  " + style.dim(rule.place());
  }

  private static String words(Condition condition) {
    return condition.comment().isEmpty() ? condition.text() : condition.comment();
  }

  private void fact(Fact fact) {
    List<String> places =
        facts.observedBehind(fact).stream()
            .map(seen -> facts.source(seen).toString())
            .distinct()
            .toList();
    lines.withNote(4, 6, "- " + fact.sentence(), Places.text(places), style);
  }
}
