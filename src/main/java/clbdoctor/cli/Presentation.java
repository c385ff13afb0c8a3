package clbdoctor.cli;

import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.report.ReportFormat;
import clbdoctor.report.ReportFormat.Entry;
import clbdoctor.text.Problem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How diagnoses are written, and what the exit code says of them. */
final class Presentation {
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, jsonl (one line a report), yaml, html, markdown, sarif or junit.")
  private Format format = Format.text;

  @Option(names = "--exit-zero", description = "Exit with 0 whatever is found in good reports.")
  private boolean exitZero;

  private final List<Entry> written = new ArrayList<>();
  private ReportFormat form;
  private int number;

  PrintStream stream() {
    return output.stream();
  }

  /** Whether diagnoses can go on for ever: what needs an end never gets it. */
  boolean endless() {
    return format.endless();
  }

  /** Begins with the diagnoses of a doctor. */
  void begin(Doctor doctor, PrintStream out) {
    form = format.by(doctor, output.style());
    out.print(form.head());
  }

  String rendered(Diagnosis diagnosis) {
    return form.body(diagnosis);
  }

  /** Writes a diagnosis behind those written before. */
  void print(Diagnosis diagnosis, String text, PrintStream out) {
    if (print(text, out) && form.keepsEntries()) {
      written.add(Entry.of(number, diagnosis));
    }
  }

  /** Writes what is wrong with a report, where the format shows that. */
  void print(List<Problem> problems, PrintStream out) {
    print(form.refused(problems), out);
  }

  /** Writes what stands behind the last diagnosis. */
  void end(boolean complete, PrintStream out) {
    out.print(form.foot(written, complete));
    out.flush();
  }

  /** The exit code, when what was found may be left out of it. */
  int exit(int code) {
    boolean found = code == Exit.CAUSE_FOUND || code == Exit.INCONCLUSIVE;
    return exitZero && found ? 0 : code;
  }

  private boolean print(String text, PrintStream out) {
    if (text.isEmpty()) {
      return false;
    }
    out.print(form.before(++number));
    out.print(text);
    return true;
  }
}
