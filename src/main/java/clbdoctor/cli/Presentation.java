package clbdoctor.cli;

import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.report.DiagnosisTree;
import clbdoctor.report.TextReport;
import clbdoctor.yaml.Trees;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How diagnoses are written, and what the exit code says of them. */
final class Presentation {
  enum Format {
    text,
    json,
    jsonl,
    yaml
  }

  @Mixin private OutputOptions output;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, json, jsonl (one line a report) or yaml.")
  private Format format;

  @Option(names = "--exit-zero", description = "Exit with 0 whatever is found in good reports.")
  private boolean exitZero;

  private int printed;

  PrintStream stream() throws IOException {
    return output.stream();
  }

  /** Writes a diagnosis behind those written before. */
  void print(Doctor doctor, Diagnosis diagnosis, PrintStream out) {
    print(rendered(doctor, diagnosis), out);
  }

  /** Writes a rendered diagnosis behind those written before. */
  void print(String text, PrintStream out) {
    out.print(printed++ > 0 && format == Format.text ? "\n" + text : text);
  }

  /** The exit code, when what was found may be left out of it. */
  int exit(int code) {
    boolean found = code == Exit.CAUSE_FOUND || code == Exit.INCONCLUSIVE;
    return exitZero && found ? 0 : code;
  }

  String rendered(Doctor doctor, Diagnosis diagnosis) {
    if (format == Format.text) {
      return TextReport.of(diagnosis, output.style());
    }
    Map<String, Object> tree =
        DiagnosisTree.of(
            diagnosis, doctor.rules().hash(), doctor.rules().files().size(), doctor.overrides());
    return switch (format) {
      case json -> Trees.json(tree);
      case jsonl -> Trees.jsonLine(tree);
      default -> Trees.yaml(tree);
    };
  }
}
