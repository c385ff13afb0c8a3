package clbdoctor.cli;

import clbdoctor.fact.Facts;
import clbdoctor.fact.Source;
import clbdoctor.yaml.FactDocument;
import clbdoctor.yaml.Report;

/** A report that stands in no file: its places are commands and their lines. */
final class LiveReport {
  static final String NAME = "this server";

  private LiveReport() {}

  /** What a reader of the document would see. */
  static Report of(String text) {
    Report report = FactDocument.report(NAME, text);
    Facts.Builder facts = new Facts.Builder();
    report.facts().all().forEach(fact -> facts.add(fact, place(report.facts().source(fact))));
    return new Report(
        report.name(), report.file(), facts.build(), report.expect(), report.unread());
  }

  private static Source place(Source source) {
    if (source instanceof Source.InOutput output) {
      return new Source.InLiveOutput(output.command(), output.outputLine());
    }
    return source instanceof Source.InFile place ? new Source.OnServer(place.path()) : source;
  }
}
