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
    description = "Look at this server, reading only, and name the causes.")
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
    if (untilHealthy && !presentation.endless()) {
      throw new WrongUsageException(
          "--until-healthy tells a story that this format has no place for");
    }
    return live.run(this::check);
  }

  private int check(LiveOptions.Prepared prepared, Interruption interruption) throws IOException {
    CompletableFuture<Doctor> doctor = CompletableFuture.supplyAsync(rules::doctor);
    try (PrintStream out = presentation.stream()) {
      LiveRun run = new LiveRun(prepared, interruption);
      FactDocument document = run.collected();
      if (run.failed()) {
        return Exit.COLLECTION_FAILED;
      }
      presentation.begin(Futures.get(doctor), out);
      Diagnosis diagnosis = diagnosed(Futures.get(doctor), document);
      presentation.print(diagnosis, presentation.rendered(diagnosis), out);
      presentation.end(!interruption.happened(), out);
      int exit = run.exit(presentation.exit(Exit.of(diagnosis.verdict())));
      return untilHealthy ? repeat(diagnosis, Futures.get(doctor), interruption, out) : exit;
    }
  }

  private int repeat(Diagnosis first, Doctor doctor, Interruption interruption, PrintStream out)
      throws IOException {
    Recovery recovery = new Recovery();
    Diagnosis diagnosis = first;
    while (!interruption.happened()) {
      Instant now = Instant.now();
      String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
      recovery.tell(diagnosis, now).forEach(line -> out.println(time + "  " + line));
      out.flush();
      if (recovery.complete(now)) {
        return Exit.NOTHING_WRONG;
      }
      interruption.rest(pause);
      diagnosis = diagnosed(doctor, new LiveRun(live.prepare(), interruption).collected());
    }
    return Exit.INTERRUPTED;
  }

  private Diagnosis diagnosed(Doctor doctor, FactDocument document) {
    FactDocument shown = redact.key().map(document::redacted).orElse(document);
    String text = shown.text();
    if (facts != null) {
      try (PrintStream out = WrittenStream.toFile(facts)) {
        out.print(text);
      }
    }
    boolean kept = facts != null;
    Report report = kept ? FactDocument.report(facts.toString(), text) : LiveReport.of(text);
    report.unread().forEach(line -> System.err.println("note: " + (kept ? line : line.message())));
    return doctor.diagnose(report);
  }
}
