package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares verdicts with those of the running kernel, for random rulesets and real packets. The
 * properties {@code kernel.seed}, {@code kernel.nft}, {@code kernel.legacy} and {@code kernel.ipt}
 * set the seed and the number of rulesets: a million takes no more memory than a thousand.
 */
@Tag("kernel")
class KernelTest {
  static final String SEED =
      System.getProperty("kernel.seed", String.valueOf(System.currentTimeMillis()));

  private static final int AT_ONCE = 5000;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"nft, 20000", "legacy, 5000", "ipt, 500"})
  void verdictsAreTheKernels(String kind, int usual) throws IOException, InterruptedException {
    int cases = Integer.getInteger("kernel." + kind, usual);
    KernelComparison comparison = new KernelComparison();
    System.out.println("kernel oracle: " + kind + ", " + cases + " rulesets, seed " + SEED);
    for (int first = 0; first < cases; first += AT_ONCE) {
      Path file = directory.resolve(kind + ".cases");
      String count = String.valueOf(Math.min(AT_ONCE, cases - first));
      run("write", kind, String.valueOf(first), count, SEED, file.toString());
      comparison.read(file);
      Files.delete(file);
    }
    System.out.println("kernel oracle: " + comparison.summary());
    assertEquals(cases, comparison.cases());
    assertEquals(List.of(), smallest(kind, comparison.wrong()));
    assertTrue(comparison.undecidedShare() <= 0.02, comparison.summary());
  }

  /** What is wrong, made as small as it can be; of many the first. */
  private static List<String> smallest(String kind, List<KernelComparison.Wrong> wrong) {
    List<String> small = new ArrayList<>();
    if (!wrong.isEmpty()) {
      try (KernelHost host = new KernelHost(kind)) {
        wrong.stream().limit(5).forEach(one -> small.add(smallest(host, one)));
      }
      small.forEach(System.out::println);
    }
    return small;
  }

  /** A ruleset that disturbs the harness itself stays as large as it is. */
  private static String smallest(KernelHost host, KernelComparison.Wrong one) {
    try {
      return Shrinking.smallest(host, one);
    } catch (RuntimeException e) {
      return one + "\nnot made smaller: " + e.getMessage();
    }
  }

  private static void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
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
