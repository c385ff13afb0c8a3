package clbdoctor.cli;

import clbdoctor.yaml.FactDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clb-doctor collect}. */
@Command(
    name = "collect",
    customSynopsis = {
      "  clb-doctor collect --port 80 --method HTTP --path /health.html -o web-1.yaml",
      "  clb-doctor collect --port 80 --method TCP --dry-run",
      "  clb-doctor collect --with listener.yaml > web-1.yaml"
    },
    synopsisHeading = "Examples:%n",
    description = "Look at this server, reading only, and write what is seen as a fact file.",
    mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
  @Mixin private LiveOptions live;
  @Mixin private RedactOptions redact;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the facts to a file.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    LiveOptions.Prepared prepared = live.prepare();
    if (live.dryRun()) {
      return live.show(prepared);
    }
    try {
      LiveRun run = new LiveRun(prepared);
      FactDocument document = run.collected();
      write(redact.key().map(document::redacted).orElse(document).text());
      return run.interrupted()
          ? Exit.INTERRUPTED
          : run.failed() ? Exit.COLLECTION_FAILED : Exit.NOTHING_WRONG;
    } finally {
      LiveRun.ended();
    }
  }

  private void write(String text) {
    if (output == null) {
      PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
      out.print(text);
      out.flush();
    } else {
      LiveRun.write(output, text);
    }
  }
}
