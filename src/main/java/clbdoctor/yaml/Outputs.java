package clbdoctor.yaml;

import clbdoctor.collect.OutputReader;
import clbdoctor.collect.output.CommandOutput;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.About;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Source;
import clbdoctor.fact.Vantage;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The section {@code outputs}: what commands printed, pasted as text. */
final class Outputs {
  static final String KEY = "outputs";

  private final String file;
  private final List<Problem> unread = new ArrayList<>();

  Outputs(String file) {
    this.file = file;
  }

  /** One pasted output. */
  record PastedOutput(
      @About(value = "command line; may be left out", example = "ss -ltnp")
          Optional<String> command,
      @About(value = "for probes: where the command ran, when not on the server", example = "PEER")
          Optional<Vantage> from,
      @About(value = "what it printed, as it is", example = "|") String text) {}

  /** Adds what the outputs tell; the other sections must have been read before. */
  void read(Node.Sequence section, RecordReader records, Facts.Builder facts) {
    for (Node item : section.items()) {
      ReadingContext context = ReadingContext.of(facts.soFar().all());
      records
          .read(PastedOutput.class, item)
          .ifPresent(pasted -> read(pasted, (Node.Mapping) item, context, facts));
    }
  }

  /** Lines that no parser understood. */
  List<Problem> unread() {
    return List.copyOf(unread);
  }

  private void read(
      PastedOutput pasted, Node.Mapping item, ReadingContext context, Facts.Builder facts) {
    ReadOutput output =
        OutputReader.read(
            new CommandOutput(pasted.command(), pasted.text(), pasted.from()), context);
    Node text = item.get("text").orElseThrow();
    Source.InFile place = new Source.InFile(file, text.line(), text.column(), KEY);
    String command =
        pasted.command().orElseGet(() -> String.join(", ", output.recognizedAs()) + " output");
    output.facts().forEach(f -> facts.add(f.fact(), new Source.InOutput(place, command, f.line())));
    Source whole = new Source.InFile(file, text.line(), text.column(), "output of " + command);
    output.surveys().forEach(survey -> facts.add(survey, whole));
    output
        .unread()
        .forEach(
            line ->
                unread.add(
                    new Problem(
                        file,
                        text.line(),
                        text.column(),
                        "line "
                            + line.line()
                            + " of "
                            + command
                            + " is not understood: "
                            + line.reason()
                            + ": "
                            + line.text())));
  }
}
