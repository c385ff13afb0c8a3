package clbdoctor.report;

import clbdoctor.diagnosis.Action;
import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Evidence;
import clbdoctor.text.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Diagnoses in the XML that build servers read (the form of Maven Surefire's reports): a suite for
 * each report, a case for each cause. A cause that is confirmed or likely fails, one that is ruled
 * out passes; what is only possible or was not examined is skipped.
 */
public final class JunitSuites implements ReportFormat {

  @Override
  public String head() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  }

  @Override
  public String body(Diagnosis diagnosis) {
    StringBuilder cases = new StringBuilder();
    long failed =
        diagnosis.causes().stream().filter(c -> c.certainty() != Certainty.POSSIBLE).count();
    diagnosis.causes().forEach(cause -> cases.append(named(diagnosis, cause)));
    diagnosis
        .ruledOut()
        .forEach(out -> cases.append(testcase(diagnosis, out.page().id())).append("/>\n"));
    diagnosis
        .notExamined()
        .forEach(
            open ->
                cases
                    .append(testcase(diagnosis, open.page().id()))
                    .append(skipped("nobody looked at " + Words.missing(open))));
    long skipped = diagnosis.causes().size() - failed + diagnosis.notExamined().size();
    long all = diagnosis.causes().size() + diagnosis.ruledOut().size();
    return suite(diagnosis.report(), all + diagnosis.notExamined().size(), failed, 0, skipped)
        + cases
        + "  </testsuite>\n";
  }

  @Override
  public String refused(List<Problem> problems) {
    String file = problems.get(0).file();
    return suite(file, 1, 0, 1, 0)
        + "    <testcase classname=\""
        + Markup.xml(file)
        + "\" name=\"report\"><error message=\"cannot be read\">"
        + problems.stream()
            .map(Problem::toString)
            .map(Markup::xml)
            .collect(Collectors.joining("\n"))
        + "</error></testcase>\n  </testsuite>\n";
  }

  @Override
  public String foot(List<Entry> written, boolean complete) {
    String rest =
        suite("interrupted", 1, 0, 1, 0)
            + "    <testcase classname=\"clb-doctor\" name=\"reports\">"
            + "<error message=\"interrupted: reports are missing\"/></testcase>\n  </testsuite>\n";
    return (complete ? "" : rest) + "</testsuites>\n";
  }

  private static String named(Diagnosis diagnosis, NamedCause cause) {
    String message = cause.certainty() + ": " + cause.page().title();
    if (cause.certainty() == Certainty.POSSIBLE) {
      return testcase(diagnosis, cause.page().id()) + skipped(message);
    }
    return testcase(diagnosis, cause.page().id())
        + "><failure message=\""
        + Markup.xml(message)
        + "\">"
        + Markup.xml(details(diagnosis, cause))
        + "</failure></testcase>\n";
  }

  /** What proves it, and the first fix. */
  private static String details(Diagnosis diagnosis, NamedCause cause) {
    StringBuilder text = new StringBuilder();
    for (Evidence evidence :
        cause.proofs().stream().map(Proof::evidence).flatMap(List::stream).distinct().toList()) {
      text.append("- ").append(evidence.says()).append("  ");
      text.append(Places.text(evidence.places())).append('\n');
    }
    diagnosis.fixes().stream()
        .filter(fix -> fix.causes().contains(cause.page().id()))
        .findFirst()
        .ifPresent(
            planned -> {
              text.append("Fix: ").append(planned.fix().says()).append('\n');
              planned.ways().get(0).steps().stream()
                  .map(Action::says)
                  .forEach(step -> text.append("  - ").append(step).append('\n'));
            });
    return text.toString();
  }

  private static String suite(String name, long tests, long failures, long errors, long skipped) {
    return "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">\n"
        .formatted(Markup.xml(name), tests, failures, errors, skipped);
  }

  private static String testcase(Diagnosis diagnosis, String cause) {
    return "    <testcase classname=\""
        + Markup.xml(diagnosis.report())
        + "\" name=\""
        + cause
        + "\"";
  }

  private static String skipped(String message) {
    return "><skipped message=\"" + Markup.xml(message) + "\"/></testcase>\n";
  }
}
