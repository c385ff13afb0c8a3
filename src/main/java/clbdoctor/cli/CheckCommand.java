package clbdoctor.cli;

import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.yaml.FactDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clb-doctor check}. */
@Command(
    name = "check",
    customSynopsis = {
      "  clb-doctor check --port 80 --method HTTP --path /health.html",
      "  clb-doctor check --with listener.yaml --facts web-1.yaml"
    },
    synopsisHeading = "Examples:%n",
    description = "Look at this server, reading only, and name the causes.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private RulesOption rules;
  @Mixin private LiveOptions live;
  @Mixin private Presentation presentation;

  @Option(names = "--facts", paramLabel = "FILE", description = "Keep the facts in a file.")
  private Path facts;

  @Override
  public Integer call() throws IOException {
    LiveOptions.Prepared prepared = live.prepare();
    if (live.dryRun()) {
      return live.show(prepared);
    }
    CompletableFuture<Doctor> doctor = CompletableFuture.supplyAsync(rules::doctor);
    LiveRun run = new LiveRun(prepared);
    try (PrintStream out = presentation.stream()) {
      FactDocument document = run.collected();
      Diagnosis diagnosis = diagnosed(Futures.get(doctor), document);
      presentation.print(Futures.get(doctor), diagnosis, out);
      return run.interrupted() ? Exit.INTERRUPTED : presentation.exit(Exit.of(diagnosis.verdict()));
    } finally {
      LiveRun.ended();
    }
  }

  private Diagnosis diagnosed(Doctor doctor, FactDocument document) throws IOException {
    String text = document.text();
    if (facts != null) {
      Files.writeString(facts, text);
    }
    String name = facts == null ? "this server" : facts.toString();
    var report = FactDocument.report(name, text);
    report.unread().forEach(line -> System.err.println("note: " + line));
    return doctor.diagnose(report);
  }
}
