package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.fact.Facts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many saved rules while two threads diagnose; {@code -Dreloads=1000} for a long run. Every edit
 * changes the certainty and the title together, so a report that mixed two states of the rules
 * would show it.
 */
@Tag("generated")
class ReloadTest {
  private static final int RELOADS = Integer.getInteger("reloads", 120);
  private static final int WARM = RELOADS / 2;

  /** The ends of the cases in which the edited rule holds, with what they expect. */
  private static final List<String> CASES_OF_THE_RULE =
      List.of(
          "process: nginx }\n    expect: { listens-on-loopback-only: ? }",
          "10.10.0.14 } }\n        expect: { listens-on-loopback-only: ? }");

  @TempDir private Path folder;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong reports = new AtomicLong();

  @Test
  void reloadsUnderLoadLeakAndMixNothing() throws IOException, InterruptedException {
    Path copy = RuleFolder.copy(folder);
    LiveRules rules = new LiveRules(List.of(copy), ReadFiles.none(), told -> {});
    List<Thread> load = List.of(worker(rules), worker(rules));
    load.forEach(Thread::start);
    List<Long> millis = new ArrayList<>();
    long heap = 0;
    long metaspace = 0;
    for (int i = 1; i <= RELOADS; i++) {
      edit(copy, i);
      long start = System.nanoTime();
      assertTrue(rules.refresh());
      millis.add((System.nanoTime() - start) / 1_000_000);
      if (i == WARM) {
        heap = heap();
        metaspace = metaspace();
      }
    }
    over.set(true);
    for (Thread thread : load) {
      thread.join();
    }
    long heapAfter = heap();
    long metaspaceAfter = metaspace();
    System.out.printf(
        "%d reloads (median %d ms) while %d reports were diagnosed; heap %d, then %d MB;"
            + " metaspace %d, then %d MB%n",
        RELOADS,
        millis.stream().sorted().toList().get(RELOADS / 2),
        reports.get(),
        heap >> 20,
        heapAfter >> 20,
        metaspace >> 20,
        metaspaceAfter >> 20);
    assertEquals(List.of(), List.copyOf(wrong));
    assertTrue(heapAfter < heap + (32 << 20), "the heap grows");
    assertTrue(metaspaceAfter < metaspace + (16 << 20), "metaspace grows");
  }

  private static void edit(Path rules, int number) throws IOException {
    Path rule = rules.resolve("6-service/listens-on-loopback-only.drl");
    Path page = rules.resolve("6-service/listens-on-loopback-only.yaml");
    String before = number % 2 == 1 ? "CONFIRMED" : "LIKELY";
    String after = number % 2 == 1 ? "LIKELY" : "CONFIRMED";
    RuleFolder.edit(rule, "Certainty." + before, "Certainty." + after);
    String title = "The service listens only on a loopback address";
    RuleFolder.edit(page, number == 1 ? "title: " + title : "title: " + before, "title: " + after);
    for (String expected : CASES_OF_THE_RULE) {
      RuleFolder.edit(page, expected.replace("?", before), expected.replace("?", after));
    }
  }

  private Thread worker(LiveRules rules) {
    Facts facts = LiveRulesTest.LOOPBACK_ONLY;
    return new Thread(
        () -> {
          while (!over.get()) {
            Diagnosis diagnosis = rules.current().diagnose("", facts);
            reports.incrementAndGet();
            if (diagnosis.causes().size() != 1 || mixed(diagnosis.causes().get(0))) {
              wrong.add(diagnosis.causes().toString());
            }
          }
        });
  }

  private static boolean mixed(NamedCause cause) {
    return cause.page().title().matches("CONFIRMED|LIKELY")
        && !cause.page().title().equals(cause.certainty().name());
  }

  private static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
