package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares verdicts with those of the running kernel, for random rulesets and real packets. The
 * properties {@code kernel.seed}, {@code kernel.nft}, {@code kernel.legacy} and {@code kernel.ipt}
 * set the seed and the number of rulesets.
 */
@Tag("kernel")
class KernelTest {
  private static final String SEED =
      System.getProperty("kernel.seed", String.valueOf(System.currentTimeMillis()));

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"nft, 20000", "legacy, 5000", "ipt, 500"})
  void verdictsAreTheKernels(String kind, int usual) throws IOException, InterruptedException {
    int cases = Integer.getInteger("kernel." + kind, usual);
    Path file = directory.resolve(kind + ".cases");
    System.out.println("kernel oracle: " + kind + ", " + cases + " rulesets, seed " + SEED);
    run(kind, String.valueOf(cases), SEED, file.toString());
    KernelComparison comparison = KernelComparison.of(file);
    System.out.println("kernel oracle: " + comparison.summary());
    assertEquals(cases, comparison.cases());
    assertEquals(List.of(), comparison.wrong());
    assertTrue(comparison.undecidedShare() <= 0.02, comparison.summary());
  }

  private static void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.addAll(List.of("/usr/bin/python3", "oracle.py"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(new File("src/test/python"))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), output);
    System.out.print("kernel oracle: " + output);
  }
}
