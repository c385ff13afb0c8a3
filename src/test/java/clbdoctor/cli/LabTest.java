package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.cli.LabRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real servers behind a load balancer's check, in network namespaces: what the program names must
 * be what is so. {@code -Dlab.only=pattern} runs the scenarios whose title matches, {@code
 * -Dlab.write=true} writes the table anew.
 */
@Tag("lab")
class LabTest {
  private static final Path TABLE = Lab.FOLDER.resolve("table.md");
  private static final int SIDE_BY_SIDE = 8;

  private static final List<String> TOOLS =
      List.of(
          "ip",
          "iptables-save",
          "iptables-legacy-save",
          "nft",
          "ipset",
          "ss",
          "nstat",
          "curl",
          "ping",
          "nginx",
          "haproxy",
          "php-cgi",
          "openssl",
          "tcpdump",
          "python3",
          "nsenter");

  @TempDir Path folder;

  @BeforeAll
  static void hasWhatItNeeds() throws IOException, InterruptedException {
    assertTrue(Files.isExecutable(LabRun.PROGRAM), "build it first: mvn -Plab verify");
    assertEquals("root", System.getProperty("user.name"), "the lab needs root");
    List<String> missing = new ArrayList<>();
    for (String tool : TOOLS) {
      if (new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() != 0) {
        missing.add(tool);
      }
    }
    assertEquals(List.of(), missing, "the lab needs these programs; .ci/run installs them");
  }

  @Test
  void theProgramNamesWhatIsSo() throws Exception {
    String only = System.getProperty("lab.only", "");
    List<LabScenario> scenarios =
        LabScenario.all(Lab.FOLDER.resolve("scenarios")).stream()
            .filter(s -> s.scenario().matches(".*(" + only + ").*"))
            .toList();
    List<Outcome> outcomes = run(scenarios);
    String table = LabTable.of(outcomes);
    if (Boolean.getBoolean("lab.write")) {
      Files.writeString(TABLE, table);
    }
    List<String> complaints =
        outcomes.stream()
            .flatMap(o -> o.complaints().stream().map(c -> o.scenario().scenario() + ": " + c))
            .toList();
    assertEquals("", String.join("\n", complaints));
    if (only.isEmpty()) {
      assertEquals(
          LabTable.scenariosAndTruths(Files.readString(TABLE)), LabTable.scenariosAndTruths(table));
    }
  }

  private List<Outcome> run(List<LabScenario> scenarios) throws Exception {
    Doctor doctor = Doctor.load(Path.of("rules").toAbsolutePath());
    ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      List<Future<Outcome>> futures = new ArrayList<>();
      for (int i = 0; i < scenarios.size(); i++) {
        LabScenario scenario = scenarios.get(i);
        String name = ProcessHandle.current().pid() + "-" + i;
        Path own = Files.createDirectory(folder(i));
        futures.add(threads.submit(() -> told(new LabRun(doctor, scenario, own).run(name))));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Outcome told(Outcome outcome) {
    System.out.printf(
        "lab: %s: %s after %.1f s%n",
        outcome.scenario().scenario(), outcome.complaints(), outcome.millis() / 1000.0);
    System.out.print(LabTable.row(0, outcome));
    return outcome;
  }

  /** Where the facts of a scenario are left; {@code -Dlab.keep=DIR} keeps them. */
  private Path folder(int number) {
    String keep = System.getProperty("lab.keep");
    return (keep == null ? folder : Path.of(keep)).resolve(String.valueOf(number));
  }
}
