package clbdoctor.report;

import static java.util.stream.Collectors.joining;

import clbdoctor.diagnosis.Action;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.NextFact;
import clbdoctor.diagnosis.Diagnosis.PlannedFix;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Evidence;
import clbdoctor.diagnosis.Fix.Way;
import clbdoctor.text.Problem;
import java.util.List;

/** A diagnosis as Markdown (GitHub's), to be pasted into a ticket. */
public final class MarkdownReport implements ReportFormat {
  private final RuleSet rules;

  public MarkdownReport(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  public String body(Diagnosis diagnosis) {
    Page page = new Page();
    page.line("# " + Markup.markdown(diagnosis.report()));
    page.line("**" + Words.verdict(diagnosis.verdict()) + "**");
    diagnosis.causes().forEach(cause -> cause(cause, page));
    if (!diagnosis.fixes().isEmpty()) {
      page.line("## Fixes, in order");
      for (int i = 0; i < diagnosis.fixes().size(); i++) {
        fix(i + 1, diagnosis.fixes().get(i), page);
      }
      diagnosis.windows().map(Words::recovery).ifPresent(page::line);
    }
    next(diagnosis.nextFacts(), page);
    ruledOut(diagnosis, page);
    notExamined(diagnosis, page);
    page.line("Rules " + Markup.code(rules.shortHash()));
    rules.overrides().forEach(over -> page.line("Laid over: " + Markup.markdown(over)));
    return page.toString();
  }

  @Override
  public String refused(List<Problem> problems) {
    Page page = new Page();
    page.line("# A report that could not be read");
    page.list(problems.stream().map(Problem::toString).map(Markup::markdown).toList());
    return page.toString();
  }

  @Override
  public String before(int number) {
    return number == 1 ? "" : "\n---\n\n";
  }

  @Override
  public String foot(List<Entry> written, boolean complete) {
    return complete ? "" : "\n**Interrupted: reports are missing.**\n";
  }

  private static void cause(NamedCause cause, Page page) {
    page.line("## " + cause.certainty() + ": " + Markup.markdown(cause.page().title()));
    page.line(Markup.markdown(cause.page().meaning()));
    cause.proofs().forEach(proof -> proof("Because", proof, page));
    cause.against().forEach(proof -> proof("Against it", proof, page));
    if (!cause.against().isEmpty()) {
      page.line("These observations contradict each other: look again.");
    }
  }

  private static void proof(String word, Proof proof, Page page) {
    page.line(word + " (" + Markup.code(proof.rule().place()) + Words.document(proof) + "):");
    page.list(proof.evidence().stream().map(MarkdownReport::evidence).toList());
  }

  private static String evidence(Evidence evidence) {
    String places = Places.text(evidence.places());
    return Markup.markdown(evidence.says()) + (places.isEmpty() ? "" : " " + Markup.code(places));
  }

  private static void fix(int number, PlannedFix planned, Page page) {
    page.line("### " + number + ". " + Markup.markdown(planned.fix().says()));
    page.line(
        "Cures "
            + String.join(", ", planned.causes())
            + "; risk "
            + planned.fix().risk()
            + ". Before: "
            + Markup.markdown(planned.fix().precondition()));
    for (Way way : planned.ways()) {
      if (planned.ways().size() > 1) {
        page.line("On **" + way.fits() + "**");
      }
      actions("Do", way.steps(), page);
      actions("Verify", way.verify(), page);
      actions("Undo", way.rollback(), page);
    }
  }

  private static void actions(String word, List<Action> actions, Page page) {
    page.line("*" + word + "*");
    page.list(
        actions.stream()
            .map(
                action ->
                    Markup.markdown(action.says())
                        + action
                            .command()
                            .map(command -> "\n\n" + Markup.block(command.strip(), "  "))
                            .orElse(""))
            .toList());
  }

  private static void next(List<NextFact> facts, Page page) {
    if (facts.isEmpty()) {
      return;
    }
    page.line("## Look at next");
    for (NextFact next : facts) {
      page.line(
          Markup.markdown(next.observation().says())
              + " ("
              + Markup.code(next.observation().subject().key())
              + ")");
      next.commands().forEach(command -> page.block(Markup.block(command.strip(), "")));
      page.list(
          next.answers().stream()
              .map(
                  answer -> Markup.markdown(Words.clause(answer.when())) + " → " + answer.causeId())
              .toList());
    }
  }

  private static void ruledOut(Diagnosis diagnosis, Page page) {
    if (!diagnosis.ruledOut().isEmpty()) {
      page.line("## Ruled out");
      page.list(
          diagnosis.ruledOut().stream()
              .map(
                  one ->
                      one.page().id()
                          + ": "
                          + one.because().evidence().stream()
                              .map(MarkdownReport::evidence)
                              .collect(joining("; ")))
              .toList());
    }
  }

  private static void notExamined(Diagnosis diagnosis, Page page) {
    if (!diagnosis.notExamined().isEmpty()) {
      page.line("## Not examined");
      page.list(
          diagnosis.notExamined().stream()
              .map(open -> open.page().id() + ": nobody looked at " + Words.missing(open))
              .toList());
    }
    list(page, "## Listed, but left open", Words.leftOpen(diagnosis));
    list(page, "## Could not be looked at", Words.failedLooks(diagnosis));
  }

  private static void list(Page page, String heading, List<String> texts) {
    if (!texts.isEmpty()) {
      page.line(heading);
      page.list(texts.stream().map(Markup::markdown).toList());
    }
  }

  /** Blocks of Markdown with an empty line between two. */
  private static final class Page {
    private final StringBuilder text = new StringBuilder();

    void line(String line) {
      block(line + "\n");
    }

    void list(List<String> items) {
      block(items.stream().map(item -> "- " + item.stripTrailing() + "\n").collect(joining()));
    }

    void block(String block) {
      text.append(text.isEmpty() || block.isEmpty() ? "" : "\n").append(block);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
