package clbdoctor.cli;

import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.yaml.FactDocument;
import clbdoctor.yaml.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
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
      "  clb-doctor check --with listener.yaml --facts web-1.yaml",
      "  clb-doctor check --port 80 --method TCP --until-healthy"
    },
    synopsisHeading = "Examples:%n",
    description = "Look at this server, reading only, and name the causes.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private RulesOption rules;
  @Mixin private LiveOptions live;
  @Mixin private Presentation presentation;
  @Mixin private RedactOptions redact;

  @Option(names = "--facts", paramLabel = "FILE", description = "Keep the facts in a file.")
  private Path facts;

  @Option(
      names = "--until-healthy",
      description =
          "Look again and again, say what changed, and end when the load balancer has had the"
              + " time to see that no cause is left.")
  private boolean untilHealthy;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "With --until-healthy: the pause between two looks; 10 without it.")
  private int pause;

  @Override
  public Integer call() throws IOException {
    LiveOptions.Prepared prepared = live.prepare();
    if (live.dryRun()) {
      return live.show(prepared);
    }
    CompletableFuture<Doctor> doctor = CompletableFuture.supplyAsync(rules::doctor);
    try (PrintStream out = presentation.stream()) {
      return untilHealthy ? repeat(prepared, doctor, out) : once(prepared, doctor, out);
    } finally {
      LiveRun.ended();
    }
  }

  private int once(LiveOptions.Prepared prepared, CompletableFuture<Doctor> doctor, PrintStream out)
      throws IOException {
    LiveRun run = new LiveRun(prepared);
    FactDocument document = run.collected();
    if (run.failed()) {
      return Exit.COLLECTION_FAILED;
    }
    Diagnosis diagnosis = diagnosed(Futures.get(doctor), document);
    presentation.print(Futures.get(doctor), diagnosis, out);
    return run.interrupted() ? Exit.INTERRUPTED : presentation.exit(Exit.of(diagnosis.verdict()));
  }

  private int repeat(LiveOptions.Prepared first, CompletableFuture<Doctor> doctor, PrintStream out)
      throws IOException {
    Recovery recovery = new Recovery();
    LiveOptions.Prepared prepared = first;
    while (true) {
      LiveRun run = new LiveRun(prepared);
      Diagnosis diagnosis = diagnosed(Futures.get(doctor), run.collected());
      if (run.interrupted()) {
        return Exit.INTERRUPTED;
      }
      if (prepared == first) {
        presentation.print(Futures.get(doctor), diagnosis, out);
      }
      Instant now = Instant.now();
      String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
      recovery.tell(diagnosis, now).forEach(line -> out.println(time + "  " + line));
      out.flush();
      if (recovery.complete(now)) {
        return Exit.NOTHING_WRONG;
      }
      run.rest(pause);
      prepared = live.prepare();
    }
  }

  private Diagnosis diagnosed(Doctor doctor, FactDocument document) {
    FactDocument shown = redact.key().map(document::redacted).orElse(document);
    String text = shown.text();
    if (facts != null) {
      LiveRun.write(facts, text);
    }
    Report report = FactDocument.report(facts == null ? "this server" : facts.toString(), text);
    report.unread().forEach(line -> System.err.println("note: " + line));
    return doctor.diagnose(report);
  }
}
