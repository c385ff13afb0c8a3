package clbdoctor.report;

import static clbdoctor.report.Html.code;
import static clbdoctor.report.Html.element;
import static clbdoctor.report.Html.list;
import static clbdoctor.report.Html.row;
import static clbdoctor.report.Html.text;
import static java.util.stream.Collectors.joining;

import clbdoctor.diagnosis.Action;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NextFact;
import clbdoctor.diagnosis.Diagnosis.PlannedFix;
import clbdoctor.diagnosis.Fix.Way;
import java.util.List;

/** What to do and where to look next, as HTML. */
final class HtmlPlan {
  private HtmlPlan() {}

  static String fixes(Diagnosis diagnosis) {
    if (diagnosis.fixes().isEmpty()) {
      return "";
    }
    return "<section>\n<h2>Fixes, in order</h2>\n<ol class=\"fixes\">\n"
        + diagnosis.fixes().stream().map(HtmlPlan::fix).collect(joining())
        + "</ol>\n"
        + diagnosis.windows().map(w -> element("p", "", Words.recovery(w))).orElse("")
        + "</section>\n";
  }

  private static String fix(PlannedFix planned) {
    StringBuilder ways = new StringBuilder();
    for (Way way : planned.ways()) {
      ways.append(planned.ways().size() > 1 ? element("h4", "way", "On " + way.fits()) : "");
      ways.append(actions("Do", way.steps()));
      ways.append(actions("Verify", way.verify()));
      ways.append(actions("Undo", way.rollback()));
    }
    return "<li>\n"
        + element("h3", "", text(planned.fix().says()))
        + element(
            "p",
            "place",
            "cures " + String.join(", ", planned.causes()) + "; risk " + planned.fix().risk())
        + element("p", "", "<b>Before:</b> " + text(planned.fix().precondition()))
        + ways
        + "</li>\n";
  }

  private static String actions(String word, List<Action> actions) {
    return element("h4", "", word)
        + list(
            actions.stream()
                .map(action -> text(action.says()) + action.command().map(c -> code(c)).orElse(""))
                .toList());
  }

  static String nextFacts(Diagnosis diagnosis) {
    if (diagnosis.nextFacts().isEmpty()) {
      return "";
    }
    return "<section>\n<h2>Look at next</h2>\n<ol>\n"
        + diagnosis.nextFacts().stream().map(HtmlPlan::next).collect(joining())
        + "</ol>\n</section>\n";
  }

  private static String next(NextFact next) {
    return "<li>\n"
        + element(
            "p",
            "",
            text(next.observation().says())
                + " <span class=\"place\">"
                + next.observation().subject().key()
                + "</span>")
        + next.commands().stream().map(Html::code).collect(joining())
        + "<table>\n"
        + next.answers().stream()
            .map(answer -> row(text(Words.clause(answer.when())), answer.causeId()))
            .collect(joining())
        + "</table>\n</li>\n";
  }
}
