package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.yaml.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How well the rules do on publicly reported faults, of which only what was seen before the cause
 * was known is fed. Each report says in its first comment lines what the cause turned out to be,
 * and whether an expert could have told.
 */
class RealReportsTest {
  /** Floors that only rise: what the rules reached when they were last changed, in percent. */
  private static final int FIRST_RIGHT = 97;

  private static final int NAMED = 100;

  private static final Path FOLDER = Path.of("facts-samples/reports");
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());

  /** What came out for one report. */
  private record Outcome(
      String report, String inferable, Set<String> truth, List<NamedCause> named, Diagnosis all) {

    boolean firstIsRight() {
      return !named.isEmpty() && truth.contains(named.get(0).page().id());
    }

    boolean rightIsNamed() {
      return named.stream().anyMatch(cause -> truth.contains(cause.page().id()));
    }

    /** Whether one of the looks that are proposed may confirm the cause. */
    boolean decidable() {
      return all.nextFacts().stream()
          .flatMap(next -> next.answers().stream())
          .anyMatch(answer -> truth.contains(answer.causeId()));
    }

    List<String> wronglyConfirmed() {
      return named.stream()
          .filter(cause -> cause.certainty() == Certainty.CONFIRMED)
          .map(cause -> cause.page().id())
          .filter(id -> !truth.contains(id))
          .toList();
    }
  }

  @Test
  void noWrongCauseIsConfirmed() throws IOException {
    Map<String, List<String>> wrong = new TreeMap<>();
    for (Outcome outcome : outcomes()) {
      if (!outcome.wronglyConfirmed().isEmpty()) {
        wrong.put(outcome.report(), outcome.wronglyConfirmed());
      }
    }
    assertEquals(Map.of(), wrong);
  }

  @Test
  void theFirstNamedCauseIsRightWhereAnExpertCouldTell() throws IOException {
    List<Outcome> clear = of("yes");
    print(outcomes());
    long right = clear.stream().filter(Outcome::firstIsRight).count();
    assertTrue(right * 100 >= clear.size() * FIRST_RIGHT, right + " of " + clear.size());
  }

  @Test
  void theCauseIsAmongTheNamedWhereAnExpertCouldPartlyTell() throws IOException {
    List<Outcome> unclear = of("partly");
    long named = unclear.stream().filter(Outcome::rightIsNamed).count();
    assertTrue(named * 100 >= unclear.size() * NAMED, named + " of " + unclear.size());
  }

  @Test
  void aNextFactWouldDecideWhereAnExpertCouldPartlyTell() throws IOException {
    Map<String, Set<String>> undecided = new TreeMap<>();
    for (Outcome outcome : of("partly")) {
      if (!outcome.decidable()) {
        undecided.put(outcome.report(), outcome.truth());
      }
    }
    assertEquals(Map.of(), undecided);
  }

  private static List<Outcome> of(String inferable) throws IOException {
    return outcomes().stream().filter(o -> o.inferable().equals(inferable)).toList();
  }

  private static List<Outcome> outcomes() throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Report report : Samples.all()) {
      Path file = Path.of(report.file());
      if (file.startsWith(FOLDER)) {
        String text = Files.readString(file);
        Diagnosis diagnosis = DOCTOR.diagnose(report);
        outcomes.add(
            new Outcome(
                file.getFileName().toString(),
                comment(text, "inferable"),
                Set.of(comment(text, "cause").split(", *")),
                diagnosis.causes(),
                diagnosis));
      }
    }
    return outcomes;
  }

  private static String comment(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith("# " + key + ": "))
        .map(line -> line.substring(key.length() + 4).strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no comment # " + key + ": in " + text));
  }

  private static void print(List<Outcome> outcomes) {
    StringBuilder table = new StringBuilder();
    for (Outcome outcome : outcomes) {
      table.append(
          "%-9s %-7s %-62s %s -> %s%n"
              .formatted(
                  outcome.inferable(),
                  outcome.firstIsRight() ? "first" : outcome.rightIsNamed() ? "named" : "missed",
                  outcome.report(),
                  outcome.truth(),
                  outcome.named().stream()
                      .map(c -> c.page().id() + " " + c.certainty())
                      .collect(Collectors.joining(", "))));
    }
    Map<String, Long> counts =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    o ->
                        o.inferable()
                            + ": "
                            + (o.firstIsRight()
                                ? "first-named right"
                                : o.rightIsNamed() ? "among the named" : "not named"),
                    TreeMap::new,
                    Collectors.counting()));
    System.out.println(table + counts.toString());
  }
}
