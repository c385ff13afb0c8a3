package clbdoctor.report;

import static java.util.stream.Collectors.joining;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.NotExamined;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Diagnosis.Verdict;
import clbdoctor.fact.CheckWindows;
import clbdoctor.fact.Subject;
import java.util.List;

/** Phrases that the formats for people share. */
final class Words {
  private Words() {}

  static String verdict(Verdict verdict) {
    return switch (verdict) {
      case CAUSE_FOUND -> "Cause found";
      case NOTHING_WRONG -> "Nothing wrong";
      case INCONCLUSIVE -> "Inconclusive: facts are missing";
    };
  }

  /** A possible cause for which only a symptom speaks: one line is enough. */
  static boolean mereSuspect(NamedCause cause) {
    return cause.certainty() == Certainty.POSSIBLE && cause.against().isEmpty();
  }

  static String recovery(CheckWindows windows) {
    return "After the fix the load balancer needs up to "
        + windows.recoverSeconds()
        + " s to show the port healthy"
        + (windows.assumesDefaults() ? ", if the check has its default parameters." : ".");
  }

  /** {@code , document paragraph 7.1}; nothing for a rule beyond the document. */
  static String document(Proof proof) {
    return proof.rule().document().isEmpty()
        ? ""
        : ", document paragraph " + String.join(", ", proof.rule().document());
  }

  /** A comment of a rule, out of its sentence. */
  static String clause(String comment) {
    return comment.replaceAll("^and |[,.:]$", "");
  }

  static String missing(NotExamined open) {
    return open.missing().stream().sorted().map(Subject::key).collect(joining(" and "));
  }

  /** A sentence for each thing that was listed, and does not decide. */
  static List<String> leftOpen(Diagnosis diagnosis) {
    return diagnosis.notExamined().stream()
        .flatMap(open -> open.leftOpen().stream())
        .distinct()
        .map(evidence -> evidence.says() + " (" + Places.text(evidence.places()) + ")")
        .toList();
  }

  /** A sentence for each look that showed nothing, or not all. */
  static List<String> failedLooks(Diagnosis diagnosis) {
    return diagnosis.notExamined().stream()
        .flatMap(open -> open.failures().stream())
        .distinct()
        .map(
            look ->
                look.sections().stream().sorted().map(Subject::key).collect(joining(", "))
                    + ": "
                    + look.sentence())
        .toList();
  }
}
