package clbdoctor.cli;

import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.report.DiagnosisTree;
import clbdoctor.report.HtmlReport;
import clbdoctor.report.JunitSuites;
import clbdoctor.report.MarkdownReport;
import clbdoctor.report.ReportFormat;
import clbdoctor.report.ReportFormat.RuleSet;
import clbdoctor.report.SarifReport;
import clbdoctor.report.Style;
import clbdoctor.report.TextReport;
import clbdoctor.yaml.Trees;
import java.util.Map;
import java.util.function.Function;

/** The formats of diagnoses by the word that asks for them. */
enum Format {
  text,
  json,
  jsonl,
  yaml,
  html,
  markdown,
  sarif,
  junit;

  /** Whether it is complete after every diagnosis. */
  boolean endless() {
    return this != html && this != sarif && this != junit;
  }

  ReportFormat by(Doctor doctor, Style style) {
    return switch (this) {
      case text -> text(doctor, style);
      case json -> tree(doctor, Trees::json);
      case jsonl -> tree(doctor, Trees::jsonLine);
      case yaml -> tree(doctor, Trees::yaml);
      case html -> new HtmlReport(rules(doctor));
      case markdown -> new MarkdownReport(rules(doctor));
      case sarif ->
          new SarifReport(rules(doctor), doctor.catalogue(), VersionCommand.version(), Trees::json);
      case junit -> new JunitSuites();
    };
  }

  private static RuleSet rules(Doctor doctor) {
    return new RuleSet(doctor.rules().hash(), doctor.rules().files().size(), doctor.overrides());
  }

  private static ReportFormat text(Doctor doctor, Style style) {
    return new ReportFormat() {
      @Override
      public String before(int number) {
        return number == 1 ? "" : "\n";
      }

      @Override
      public String body(Diagnosis diagnosis) {
        return TextReport.of(diagnosis, style) + "\nrules " + doctor.rules().shortHash() + "\n";
      }
    };
  }

  private static ReportFormat tree(Doctor doctor, Function<Map<String, ?>, String> writer) {
    return diagnosis ->
        writer.apply(
            DiagnosisTree.of(
                diagnosis,
                doctor.rules().hash(),
                doctor.rules().files().size(),
                doctor.overrides()));
  }
}
