package clbdoctor.cli;

import clbdoctor.yaml.FactDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clb-doctor collect}. */
@Command(
    name = "collect",
    customSynopsis = {
      "  clb-doctor collect --port 80 --method HTTP --path /health.html -o web-1.yaml",
      "  clb-doctor collect --port 80 --method TCP --dry-run",
      "  clb-doctor collect --with listener.yaml > web-1.yaml"
    },
    description = "Look at this server, reading only, and write what is seen as a fact file.")
final class CollectCommand implements Callable<Integer> {
  @Mixin private LiveOptions live;
  @Mixin private RedactOptions redact;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws IOException {
    return live.run(this::collect);
  }

  private int collect(LiveOptions.Prepared prepared, Interruption interruption) {
    LiveRun run = new LiveRun(prepared, interruption);
    FactDocument document = run.collected();
    try (PrintStream out = output.stream()) {
      out.print(redact.key().map(document::redacted).orElse(document).text());
    }
    return run.exit(Exit.NOTHING_WRONG);
  }
}
