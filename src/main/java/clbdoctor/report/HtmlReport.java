package clbdoctor.report;

import static clbdoctor.report.Html.element;
import static clbdoctor.report.Html.list;
import static clbdoctor.report.Html.row;
import static clbdoctor.report.Html.text;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Evidence;
import clbdoctor.text.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Diagnoses as one HTML file that needs nothing else, to be attached to a ticket: light and dark,
 * on screen and on paper. It holds no script, and forbids any.
 */
public final class HtmlReport implements ReportFormat {
  private final RuleSet rules;

  public HtmlReport(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  public String head() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>clb-doctor</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        """
        .formatted(Resource.text("diagnosis.css"));
  }

  @Override
  public String before(int number) {
    return "<article id=\"report-" + number + "\">\n";
  }

  @Override
  public String body(Diagnosis diagnosis) {
    String verdict = diagnosis.verdict().name().toLowerCase(Locale.ROOT);
    return "<header>\n"
        + element("h1", "", text(diagnosis.report()))
        + element("p", "verdict " + verdict, Words.verdict(diagnosis.verdict()))
        + "</header>\n"
        + diagnosis.causes().stream()
            .filter(cause -> !Words.mereSuspect(cause))
            .map(HtmlReport::cause)
            .collect(joining())
        + suspects(diagnosis)
        + HtmlPlan.fixes(diagnosis)
        + HtmlPlan.nextFacts(diagnosis)
        + ruledOut(diagnosis)
        + notExamined(diagnosis)
        + "</article>\n";
  }

  @Override
  public String refused(List<Problem> problems) {
    return "<header>\n"
        + element("h1", "", text(problems.get(0).file()))
        + element("p", "verdict refused", "Could not be read")
        + "</header>\n"
        + list(problems.stream().map(Problem::toString).map(Html::text).toList())
        + "</article>\n";
  }

  @Override
  public boolean keepsEntries() {
    return true;
  }

  @Override
  public String foot(List<Entry> written, boolean complete) {
    String overview =
        written.size() < 2
            ? ""
            : "<nav>\n<h2>Reports</h2>\n"
                + list(written.stream().map(HtmlReport::entry).toList())
                + "</nav>\n";
    String interrupted =
        complete ? "" : element("p", "verdict refused", "Interrupted: reports are missing");
    String overrides =
        rules.overrides().stream().map(over -> "; laid over: " + text(over)).collect(joining());
    return interrupted
        + overview
        + "</main>\n"
        + element("footer", "", "clb-doctor, rules " + rules.shortHash() + overrides)
        + "</body>\n</html>\n";
  }

  private static String entry(Entry entry) {
    String verdict = entry.verdict().name().toLowerCase(Locale.ROOT);
    return "<a href=\"#report-"
        + entry.number()
        + "\">"
        + text(entry.report())
        + "</a> <span class=\"verdict "
        + verdict
        + "\">"
        + Words.verdict(entry.verdict())
        + "</span> "
        + entry.cause().map(Html::text).orElse("");
  }

  private static String cause(NamedCause cause) {
    String contradiction =
        cause.against().isEmpty()
            ? ""
            : "<p>These observations contradict each other: look again.</p>\n";
    return "<section class=\"cause "
        + lower(cause.certainty())
        + "\">\n"
        + "<h2>"
        + badge(cause.certainty())
        + text(cause.page().title())
        + "</h2>\n"
        + element("p", "", text(cause.page().meaning()))
        + cause.proofs().stream().map(proof -> proof("Because", proof)).collect(joining())
        + cause.against().stream().map(proof -> proof("Against it", proof)).collect(joining())
        + contradiction
        + "</section>\n";
  }

  private static String proof(String word, Proof proof) {
    return element("h3", "", word)
        + list(proof.evidence().stream().map(HtmlReport::evidence).toList())
        + element("p", "place", "rule " + text(proof.rule().place()) + text(Words.document(proof)));
  }

  private static String evidence(Evidence evidence) {
    String places = Places.text(evidence.places());
    return text(evidence.says())
        + (places.isEmpty() ? "" : " <span class=\"place\">" + text(places) + "</span>");
  }

  private static String suspects(Diagnosis diagnosis) {
    Map<String, List<NamedCause>> byReason =
        diagnosis.causes().stream()
            .filter(Words::mereSuspect)
            .collect(
                groupingBy(
                    cause -> reason(cause.proofs().get(0)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    StringBuilder sections = new StringBuilder();
    byReason.forEach(
        (reason, causes) -> {
          sections.append("<section class=\"cause possible\">\n<h2>");
          sections.append(badge(Certainty.POSSIBLE)).append("Not excluded</h2>\n");
          sections.append(element("p", "", "Since " + reason)).append("<table>\n");
          causes.forEach(
              cause -> sections.append(row(cause.page().id(), text(cause.page().title()))));
          sections.append("</table>\n</section>\n");
        });
    return sections.toString();
  }

  private static String reason(Proof proof) {
    return proof.evidence().stream().map(HtmlReport::evidence).collect(joining("; "));
  }

  private static String ruledOut(Diagnosis diagnosis) {
    Map<String, String> rows = new LinkedHashMap<>();
    diagnosis
        .ruledOut()
        .forEach(one -> rows.merge(reason(one.because()), one.page().id(), (a, b) -> a + ", " + b));
    return table("Ruled out", rows, Function.identity());
  }

  private static String notExamined(Diagnosis diagnosis) {
    Map<String, String> rows = new TreeMap<>();
    diagnosis
        .notExamined()
        .forEach(open -> rows.merge(Words.missing(open), open.page().id(), (a, b) -> a + ", " + b));
    return table("Not examined", rows, missing -> "nobody looked at " + missing)
        + section("Listed, but left open", Words.leftOpen(diagnosis))
        + section("Could not be looked at", Words.failedLooks(diagnosis));
  }

  private static String section(String title, List<String> texts) {
    return texts.isEmpty()
        ? ""
        : "<section>\n<h2>%s</h2>\n%s</section>\n"
            .formatted(title, list(texts.stream().map(Html::text).toList()));
  }

  private static String table(
      String title, Map<String, String> rows, Function<String, String> reason) {
    StringBuilder lines = new StringBuilder();
    rows.forEach((why, causes) -> lines.append(row(causes, reason.apply(why))));
    return rows.isEmpty()
        ? ""
        : "<section>\n<h2>" + title + "</h2>\n<table>\n" + lines + "</table>\n</section>\n";
  }

  private static String badge(Certainty certainty) {
    return "<span class=\"badge\">" + certainty + "</span> ";
  }

  private static String lower(Certainty certainty) {
    return certainty.name().toLowerCase(Locale.ROOT);
  }
}
