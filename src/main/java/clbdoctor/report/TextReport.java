package clbdoctor.report;

import static java.util.stream.Collectors.joining;

import clbdoctor.diagnosis.Action;
import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.Excluded;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.NextFact;
import clbdoctor.diagnosis.Diagnosis.NotExamined;
import clbdoctor.diagnosis.Diagnosis.PlannedFix;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Evidence;
import clbdoctor.diagnosis.Fix.Way;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A diagnosis for a person at a terminal. */
public final class TextReport {
  private static final int MOST_ANSWERS = 6;

  private final Diagnosis diagnosis;
  private final Style style;
  private final Lines lines = new Lines();

  private TextReport(Diagnosis diagnosis, Style style) {
    this.diagnosis = diagnosis;
    this.style = style;
  }

  public static String of(Diagnosis diagnosis, Style style) {
    return new TextReport(diagnosis, style).text();
  }

  private String text() {
    lines.line(0, style.heading(diagnosis.report()));
    lines.line(0, verdict());
    diagnosis.causes().stream().filter(cause -> !mereSuspect(cause)).forEach(this::cause);
    suspects();
    fixes();
    nextFacts();
    ruledOut();
    notExamined();
    return lines.toString();
  }

  private String verdict() {
    return switch (diagnosis.verdict()) {
      case CAUSE_FOUND -> style.bad("CAUSE FOUND");
      case NOTHING_WRONG -> style.good("NOTHING WRONG");
      case INCONCLUSIVE -> style.heading("INCONCLUSIVE: facts are missing");
    };
  }

  private void cause(NamedCause cause) {
    lines.blank();
    lines.line(0, style.certainty(cause.certainty()) + "  " + style.heading(cause.page().title()));
    lines.paragraph(2, 2, cause.page().meaning());
    cause.proofs().forEach(proof -> proof("Because", proof));
    cause.against().forEach(proof -> proof("Against it", proof));
    if (!cause.against().isEmpty()) {
      lines.paragraph(2, 2, "These observations contradict each other: look again.");
    }
  }

  /** A possible cause for which only a symptom speaks: one line is enough. */
  private static boolean mereSuspect(NamedCause cause) {
    return cause.certainty() == Certainty.POSSIBLE && cause.against().isEmpty();
  }

  private void suspects() {
    Map<String, List<NamedCause>> byReason =
        diagnosis.causes().stream()
            .filter(TextReport::mereSuspect)
            .collect(
                Collectors.groupingBy(
                    cause -> reason(cause.proofs().get(0)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byReason.forEach(
        (reason, causes) -> {
          lines.blank();
          lines.paragraph(0, 10, style.certainty(Certainty.POSSIBLE) + "  since " + reason);
          causes.forEach(
              cause ->
                  lines.paragraph(
                      2, 34, "%-31s %s".formatted(cause.page().id(), cause.page().title())));
        });
  }

  private void proof(String word, Proof proof) {
    lines.line(2, word);
    proof.evidence().forEach(this::evidence);
    String document =
        proof.rule().document().isEmpty()
            ? ""
            : ", document paragraph " + String.join(", ", proof.rule().document());
    lines.line(4, style.dim("rule " + proof.rule().place() + document));
  }

  private void evidence(Evidence evidence) {
    lines.withNote(4, 6, "- " + evidence.says(), Places.text(evidence.places()), style);
  }

  private void fixes() {
    if (diagnosis.fixes().isEmpty()) {
      return;
    }
    heading("FIXES, IN ORDER");
    for (int i = 0; i < diagnosis.fixes().size(); i++) {
      fix(i + 1, diagnosis.fixes().get(i));
    }
    diagnosis.windows().ifPresent(this::recovery);
  }

  private void fix(int number, PlannedFix planned) {
    lines.line(0, style.heading(number + ". " + planned.fix().says()));
    lines.line(
        3,
        style.dim(
            "cures " + String.join(", ", planned.causes()) + "; risk " + planned.fix().risk()));
    lines.paragraph(3, 3, "Before: " + planned.fix().precondition());
    for (Way way : planned.ways()) {
      if (planned.ways().size() > 1) {
        lines.line(3, style.heading("On " + way.fits()));
      }
      actions("Do", way.steps());
      actions("Verify", way.verify());
      actions("Undo", way.rollback());
    }
    lines.blank();
  }

  private void actions(String word, List<Action> actions) {
    lines.line(3, word);
    for (Action action : actions) {
      lines.paragraph(5, 7, "- " + action.says());
      action
          .command()
          .ifPresent(command -> command.lines().forEach(c -> lines.line(9, style.command(c))));
    }
  }

  private void recovery(CheckWindows windows) {
    lines.paragraph(
        0,
        0,
        "After the fix the load balancer needs up to "
            + windows.recoverSeconds()
            + " s to show the port healthy"
            + (windows.assumesDefaults() ? ", if the check has its default parameters." : "."));
  }

  private void nextFacts() {
    if (diagnosis.nextFacts().isEmpty()) {
      return;
    }
    heading("LOOK AT NEXT");
    int number = 1;
    for (NextFact next : diagnosis.nextFacts().stream().limit(3).toList()) {
      lines.paragraph(
          0,
          3,
          number++
              + ". "
              + next.observation().says()
              + " ("
              + next.observation().subject().key()
              + ")");
      next.commands().forEach(command -> lines.line(5, style.command(command)));
      next.answers().stream()
          .limit(MOST_ANSWERS)
          .forEach(
              answer ->
                  lines.paragraph(3, 7, "- " + clause(answer.when()) + " -> " + answer.causeId()));
      if (next.answers().size() > MOST_ANSWERS) {
        lines.line(
            3,
            style.dim(
                "and " + (next.answers().size() - MOST_ANSWERS) + " more; --format json has all"));
      }
    }
  }

  /** A comment of a rule, out of its sentence. */
  private static String clause(String comment) {
    return comment.replaceAll("^and |[,.:]$", "");
  }

  private void ruledOut() {
    if (diagnosis.ruledOut().isEmpty()) {
      return;
    }
    heading("RULED OUT");
    Map<String, List<Excluded>> byReason =
        diagnosis.ruledOut().stream()
            .collect(
                Collectors.groupingBy(
                    e -> reason(e.because()), LinkedHashMap::new, Collectors.toList()));
    byReason.forEach(
        (reason, excluded) -> {
          lines.paragraph(0, 2, excluded.stream().map(e -> e.page().id()).collect(joining(", ")));
          lines.paragraph(2, 2, style.dim(reason));
        });
  }

  private static String reason(Proof proof) {
    return proof.evidence().stream()
        .map(evidence -> evidence.says() + " (" + Places.text(evidence.places()) + ")")
        .collect(joining("; "));
  }

  private void notExamined() {
    if (diagnosis.notExamined().isEmpty()) {
      return;
    }
    heading("NOT EXAMINED");
    Map<String, List<String>> bySection = new TreeMap<>();
    for (NotExamined open : diagnosis.notExamined()) {
      String sections =
          open.missing().stream().sorted().map(Subject::key).collect(joining(" and "));
      bySection.computeIfAbsent(sections, s -> new java.util.ArrayList<>()).add(open.page().id());
    }
    bySection.forEach(
        (sections, causes) ->
            lines.paragraph(0, 2, String.join(", ", causes) + ": nobody looked at " + sections));
    paragraphs("LISTED, BUT LEFT OPEN", Words.leftOpen(diagnosis));
    paragraphs("COULD NOT BE LOOKED AT", Words.failedLooks(diagnosis));
  }

  private void paragraphs(String heading, List<String> texts) {
    if (!texts.isEmpty()) {
      heading(heading);
      texts.forEach(text -> lines.paragraph(0, 2, text));
    }
  }

  private void heading(String words) {
    lines.blank();
    lines.line(0, style.heading(words));
  }
}
