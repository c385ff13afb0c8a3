package clbdoctor.cli;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.yaml.FactDocument;
import clbdoctor.yaml.MergedReport;
import clbdoctor.yaml.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** One scenario from its set-up to the counter-proof. */
final class LabRun {
  /** The program as the build leaves it; its rules lie beside it. */
  static final Path PROGRAM = Path.of("target/clb-doctor").toAbsolutePath();

  /** A thread for each check: all scenarios wait for failing ones at once. */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "check");
            thread.setDaemon(true);
            return thread;
          });

  private static final int CHECKS = 3;
  private static final int BETWEEN_CHECKS_MILLIS = 1000;

  /**
   * What came out.
   *
   * @param inside what {@code check} says on the server
   * @param merged what is said, as by {@code diagnose --merge}, when the facts of an outside {@code
   *     probe} are added
   * @param complaints what is not as it has to be
   * @param checkMillis how long {@code check} took, the start of the program included
   * @param millis how long the whole scenario took
   */
  record Outcome(
      LabScenario scenario,
      LabAnswer inside,
      LabAnswer merged,
      List<String> complaints,
      long checkMillis,
      long millis) {}

  private final Doctor doctor;
  private final LabScenario scenario;
  private final Path folder;
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private long checkMillis;

  LabRun(Doctor doctor, LabScenario scenario, Path folder) {
    this.doctor = doctor;
    this.scenario = scenario;
    this.folder = folder;
  }

  Outcome run(String name) {
    long began = System.nanoTime();
    LabAnswer inside = LabAnswer.NOTHING;
    LabAnswer merged = LabAnswer.NOTHING;
    try (Lab lab = Lab.open(name)) {
      setUp(lab);
      expectHealth(lab, scenario.cures().isEmpty(), "at first");
      write("check.yaml", scenario.head());
      inside = inside(lab);
      merged = withOutsideProbe(lab);
      judge(inside, merged);
      cure(lab, scenario.cures().keySet().stream().toList());
      otherOrder(name);
    } catch (RuntimeException e) {
      complaints.add(e.toString());
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    return new Outcome(scenario, inside, merged, complaints, checkMillis, millis);
  }

  private void setUp(Lab lab) {
    lab.run(scenario.server());
    lab.run(scenario.router().isBlank() ? "" : "router:" + scenario.router());
    lab.run(scenario.source().isBlank() ? "" : "source:" + scenario.source());
  }

  /** The check fails until the last cause is gone. */
  private void cure(Lab lab, List<String> causes) {
    for (int i = 0; i < causes.size(); i++) {
      lab.run(scenario.cures().get(causes.get(i)));
      boolean last = i == causes.size() - 1;
      expectHealth(lab, last, "without " + causes.subList(0, i + 1));
    }
  }

  /** Of two causes each must be one: the other is taken away first in a network of its own. */
  private void otherOrder(String name) {
    if (scenario.cures().size() > 1) {
      List<String> reversed = new ArrayList<>(scenario.cures().keySet());
      Collections.reverse(reversed);
      try (Lab lab = Lab.open(name)) {
        setUp(lab);
        cure(lab, reversed);
      }
    }
  }

  private void expectHealth(Lab lab, boolean healthy, String when) {
    List<CompletableFuture<Boolean>> checks =
        IntStream.range(0, CHECKS)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> lab.checkPasses(scenario.environment()),
                        CompletableFuture.delayedExecutor(
                            300L * i, TimeUnit.MILLISECONDS, THREADS)))
            .toList();
    long passed = checks.stream().filter(CompletableFuture::join).count();
    if ((passed == CHECKS) != healthy) {
      complaints.add(passed + " of " + CHECKS + " checks pass " + when);
    }
  }

  /** What the server says of itself, while the check goes on. */
  private LabAnswer inside(Lab lab) {
    AtomicBoolean looking = new AtomicBoolean(true);
    Thread checks =
        new Thread(
            () -> {
              while (looking.get()) {
                lab.checkPasses(scenario.environment());
                sleep(BETWEEN_CHECKS_MILLIS);
              }
            });
    checks.start();
    try {
      long began = System.nanoTime();
      String answer =
          lab.run(
              program("check", "--with", file("check.yaml"), "--facts", file("inside.yaml"))
                  + " --format json"
                  + (scenario.capture() ? " --capture" : ""));
      checkMillis = (System.nanoTime() - began) / 1_000_000;
      return LabAnswer.of(answer);
    } finally {
      looking.set(false);
    }
  }

  private LabAnswer withOutsideProbe(Lab lab) {
    lab.run(
        "source:"
            + program("probe", "--from", "CHECK_SOURCE", "--with", file("check.yaml"))
            + " --output "
            + file("outside.yaml"));
    List<Report> both = List.of(report("inside.yaml"), report("outside.yaml"));
    return LabAnswer.of(doctor.diagnose(MergedReport.of(both)));
  }

  private Report report(String name) {
    try {
      return FactDocument.report(name, Files.readString(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String program(String... words) {
    return PROGRAM + " " + String.join(" ", words);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Exactly what is so has to be named, but for what the scenario says nobody can exclude. */
  private void judge(LabAnswer alone, LabAnswer both) {
    Set<String> truth = new TreeSet<>(scenario.cures().keySet());
    scenario.masked().forEach(truth::remove);
    Set<String> knowable = new TreeSet<>(truth);
    scenario.outside().forEach(knowable::remove);
    compare("from the server", alone.named(), knowable);
    compare("with the outside probe", both.named(), truth);
    scenario.outside().stream()
        .filter(id -> !alone.notExamined().contains(id))
        .forEach(id -> complaints.add(id + " is not said to be not examined"));
    scenario.rivals().keySet().stream()
        .filter(id -> !alone.named().containsKey(id) && !both.named().containsKey(id))
        .forEach(id -> complaints.add(id + " is no rival any more: take it out"));
  }

  private void compare(String whence, Map<String, Certainty> named, Set<String> truth) {
    Set<String> wrong = new TreeSet<>(named.keySet());
    wrong.removeAll(truth);
    wrong.removeIf(id -> scenario.tolerates(id, named.get(id)));
    Set<String> missing = new TreeSet<>(truth);
    missing.removeAll(named.keySet());
    if (!wrong.isEmpty() || !missing.isEmpty()) {
      complaints.add(whence + " " + named + ", it is " + truth);
    }
  }
}
