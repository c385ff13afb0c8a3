package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares verdicts with those of the running kernel, for random rulesets and real packets. The
 * properties {@code kernel.seed}, {@code kernel.nft}, {@code kernel.legacy} and {@code kernel.ipt}
 * set the seed and the number of rulesets, {@code kernel.from} the first of them: a million takes
 * no more memory than a thousand.
 */
@Tag("kernel")
class KernelTest {
  static final String SEED =
      System.getProperty("kernel.seed", String.valueOf(System.currentTimeMillis()));

  private static final int FROM = Integer.getInteger("kernel.from", 0);
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** More than processors, for the kernel takes its time to put rules into force. */
  private static final int HOSTS = PROCESSORS + 2;

  @ParameterizedTest
  @CsvSource({"nft, 20000", "legacy, 5000", "ipt, 500"})
  void verdictsAreTheKernels(String kind, int usual) throws Exception {
    int cases = Integer.getInteger("kernel." + kind, usual);
    System.out.println("kernel oracle: " + kind + ", " + cases + " rulesets, seed " + SEED);
    long start = System.nanoTime();
    KernelComparison comparison = compare(kind, cases);
    System.out.printf(
        "kernel oracle: %s, %d s%n", comparison, (System.nanoTime() - start) / 1_000_000_000);
    System.out.println(comparison.doubts());
    assertEquals(Math.max(0, cases - FROM), comparison.cases());
    assertEquals(List.of(), smallest(kind, comparison.wrong()));
    assertTrue(comparison.undecidedShare() <= 0.02, comparison.toString());
  }

  /** Several hosts side by side, each with the next case that no other has taken. */
  private static KernelComparison compare(String kind, int cases) throws Exception {
    AtomicInteger next = new AtomicInteger(FROM);
    ExecutorService pool = Executors.newFixedThreadPool(HOSTS);
    try {
      List<Future<KernelComparison>> parts = new ArrayList<>();
      for (int host = 0; host < HOSTS; host++) {
        int processor = host;
        parts.add(pool.submit(() -> compare(kind, processor, next, cases)));
      }
      KernelComparison whole = new KernelComparison();
      for (Future<KernelComparison> part : parts) {
        whole.add(part.get());
      }
      return whole;
    } finally {
      pool.shutdownNow();
    }
  }

  private static KernelComparison compare(
      String kind, int processor, AtomicInteger next, int cases) {
    KernelComparison comparison = new KernelComparison();
    try (KernelHost host = new KernelHost(kind, processor)) {
      for (int number = next.getAndIncrement(); number < cases; number = next.getAndIncrement()) {
        comparison.compare(host.random(SEED, number));
      }
    }
    return comparison;
  }

  /** What is wrong, made as small as it can be; of many the first. */
  private static List<String> smallest(String kind, List<KernelComparison.Wrong> wrong) {
    List<String> small = new ArrayList<>();
    if (!wrong.isEmpty()) {
      System.out.println(Shrinking.whole(wrong.get(0)));
      try (KernelHost host = new KernelHost(kind, 0)) {
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
}
