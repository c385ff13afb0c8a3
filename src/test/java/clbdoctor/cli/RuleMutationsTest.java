package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.rulebook.Mutant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cases beside the shipped rules, with the samples, show what every condition is for. */
@Tag("generated")
class RuleMutationsTest {
  private static final double FLOOR_PERCENT = 98;
  private static final Path RULES = Path.of("rules").toAbsolutePath();
  private static TriedRules tried;

  @BeforeAll
  static void tryAllRules() {
    Doctor doctor = Doctor.load(RULES);
    RuleTests tests = new RuleTests(doctor);
    tests.runCases();
    tests.runSamples(List.of("facts-samples"));
    tried = TriedRules.on(doctor, tests.examples(), true);
  }

  @Test
  void everyConditionIsTrueInSomeCaseAndFalseInAnother() {
    assertEquals(List.of(), tried.coverage().gaps());
  }

  @Test
  void nearlyEveryChangeIsNoticed() {
    double all = tried.mutations().mutants().size();
    double noticed = all - tried.mutations().survivors().size();
    assertTrue(100 * noticed / all >= FLOOR_PERCENT, noticed + " of " + all);
  }

  @Test
  void everyOtherChangeIsExplained() throws IOException {
    ExplainedMutants explained = ExplainedMutants.in(List.of(RULES));
    List<Mutant> survivors = tried.mutations().survivors();
    assertEquals(
        List.of(),
        survivors.stream().filter(one -> !explained.explains(one)).map(Mutant::key).toList());
    assertEquals(Set.of(), explained.outdated(survivors));
  }
}
