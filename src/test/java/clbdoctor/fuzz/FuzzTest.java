package clbdoctor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A coverage-guided fuzzer on each target, in a process of its own, for {@code fuzz.runs} inputs;
 * what it finds it writes to {@code fuzz.found}. The same {@code fuzz.seed} makes the same inputs,
 * 0 others each time.
 */
@Tag("fuzz")
class FuzzTest {
  private static final String RUNS = System.getProperty("fuzz.runs", "20000");
  private static final String SEED = System.getProperty("fuzz.seed", "0");
  private static final String LONGEST = System.getProperty("fuzz.longest", "600");
  private static final String FOUND = System.getProperty("fuzz.found", "target/");

  @TempDir Path corpus;

  @ParameterizedTest
  @CsvSource({
    "Iptables, iptables, clbdoctor.firewall.**",
    "Nft,      nft,      clbdoctor.firewall.**",
    "Json,     json,     clbdoctor.**",
    "Ipsets,   ipsets,   clbdoctor.firewall.**",
    "Netsh,    netsh,    clbdoctor.firewall.**",
    "Managers, managers, clbdoctor.firewall.**",
    "Outputs,  outputs,  clbdoctor.collect.**",
    "FactYaml, facts,    clbdoctor.**"
  })
  void findsNothing(String target, String folder, String instrumented)
      throws IOException, InterruptedException {
    File log = corpus.resolve("log").toFile();
    Process process =
        new ProcessBuilder(command(target, folder, instrumented))
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    int exit = process.waitFor();
    List<String> lines = Files.readAllLines(log.toPath());
    String end = String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    assertEquals(0, exit, end);
    System.out.println("fuzz: " + target + ", " + RUNS + " inputs, nothing found");
  }

  private List<String> command(String target, String folder, String instrumented)
      throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + Targets.class.getName() + "$" + target,
        "--instrumentation_includes=" + instrumented,
        "--trace=cov:cmp",
        "--reproducer_path=" + FOUND,
        "-artifact_prefix=" + FOUND,
        "-runs=" + RUNS,
        "-seed=" + SEED,
        "-rss_limit_mb=8192",
        "-max_len=" + LONGEST,
        "-timeout=20",
        Files.createDirectory(corpus.resolve("new")).toString(),
        CorpusTest.CORPUS.resolve(folder).toString());
  }
}
