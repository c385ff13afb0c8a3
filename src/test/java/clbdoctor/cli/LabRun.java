package clbdoctor.cli;

import static java.util.stream.Collectors.toSet;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.yaml.FactDocument;
import clbdoctor.yaml.MergedReport;
import clbdoctor.yaml.Report;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One scenario from its set-up to the counter-proof. */
final class LabRun {
  private static final int CHECKS = 3;
  private static final int BETWEEN_CHECKS_MILLIS = 1000;

  /**
   * What came out.
   *
   * @param inside named from the server alone
   * @param merged named when an outside probe is added
   * @param complaints what is not as it has to be
   */
  record Outcome(
      LabScenario scenario,
      Map<String, Certainty> inside,
      Map<String, Certainty> merged,
      List<String> complaints,
      long millis) {}

  private final Doctor doctor;
  private final LabScenario scenario;
  private final Path folder;
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  LabRun(Doctor doctor, LabScenario scenario, Path folder) {
    this.doctor = doctor;
    this.scenario = scenario;
    this.folder = folder;
  }

  Outcome run(String name) {
    long began = System.nanoTime();
    Map<String, Certainty> inside = new TreeMap<>();
    Map<String, Certainty> merged = new TreeMap<>();
    try (Lab lab = Lab.open(name)) {
      setUp(lab);
      expectHealth(lab, scenario.cures().isEmpty(), "at first");
      examine(lab, inside, merged);
      cure(lab, scenario.cures().keySet().stream().toList());
      otherOrder(name);
    } catch (RuntimeException e) {
      complaints.add(e.toString());
    }
    return new Outcome(
        scenario, inside, merged, complaints, (System.nanoTime() - began) / 1_000_000);
  }

  private void examine(Lab lab, Map<String, Certainty> inside, Map<String, Certainty> merged) {
    write("check.yaml", scenario.head());
    Report seenInside = inside(lab);
    Report seenOutside = seen(lab, "source:", "outside.yaml", "probe", "--from", "CHECK_SOURCE");
    Diagnosis alone = doctor.diagnose(seenInside);
    Diagnosis both = doctor.diagnose(MergedReport.of(List.of(seenInside, seenOutside)));
    inside.putAll(RuleTests.named(alone));
    merged.putAll(RuleTests.named(both));
    judge(alone, both);
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
                            300L * i, java.util.concurrent.TimeUnit.MILLISECONDS, Runnable::run)))
            .toList();
    long passed = checks.stream().filter(CompletableFuture::join).count();
    if ((passed == CHECKS) != healthy) {
      complaints.add(passed + " of " + CHECKS + " checks pass " + when);
    }
  }

  /** What the server sees of itself, while the check goes on. */
  private Report inside(Lab lab) {
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
      return scenario.capture()
          ? seen(lab, "", "inside.yaml", "collect", "--capture")
          : seen(lab, "", "inside.yaml", "collect");
    } finally {
      looking.set(false);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the program writes when it looks from this place. */
  private Report seen(Lab lab, String place, String file, String... arguments) {
    Path facts = folder.resolve(file);
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.add("clbdoctor.cli.Main");
    command.addAll(List.of(arguments));
    command.addAll(List.of("--with", folder.resolve("check.yaml").toString()));
    command.addAll(List.of("--output", facts.toString()));
    lab.run(place + String.join(" ", command));
    try {
      return FactDocument.report(file, Files.readString(facts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(part -> !part.contains("test-classes"))
        .collect(java.util.stream.Collectors.joining(File.pathSeparator));
  }

  private void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is CONFIRMED or LIKELY has to be so, and what is so has to be named. */
  private void judge(Diagnosis alone, Diagnosis both) {
    Set<String> truth = new TreeSet<>(scenario.cures().keySet());
    scenario.masked().forEach(truth::remove);
    Set<String> knowable = new TreeSet<>(truth);
    scenario.outside().forEach(knowable::remove);
    compare("from the server", RuleTests.named(alone), knowable);
    compare("with the outside probe", RuleTests.named(both), truth);
    Set<String> notExamined =
        alone.notExamined().stream().map(suspicion -> suspicion.page().id()).collect(toSet());
    scenario.outside().stream()
        .filter(id -> !notExamined.contains(id) && !RuleTests.named(alone).containsKey(id))
        .forEach(id -> complaints.add(id + " is neither suspected nor said to be not examined"));
  }

  private void compare(String whence, Map<String, Certainty> named, Set<String> truth) {
    Set<String> wrong = new TreeSet<>(LabTable.sure(named).keySet());
    wrong.removeAll(truth);
    wrong.removeIf(id -> scenario.misleads().contains(id) && named.get(id) == Certainty.LIKELY);
    Set<String> missing = new TreeSet<>(truth);
    missing.removeAll(named.keySet());
    if (!wrong.isEmpty() || !missing.isEmpty()) {
      complaints.add(whence + " " + named + ", it is " + truth);
    }
  }
}
