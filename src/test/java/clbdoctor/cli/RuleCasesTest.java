package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Facts;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Surveyed;
import clbdoctor.yaml.RuleCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases beside the rules: each gives exactly the causes it says, for the whole rule book. */
class RuleCasesTest {
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());
  private static final int FEWEST_CASES = 3;

  static List<RuleCase> cases() {
    return DOCTOR.cases();
  }

  static List<RuleCase> baseCases() {
    return cases().stream().filter(one -> !one.variant()).toList();
  }

  static List<RuleCase> firingCases() {
    return baseCases().stream().filter(one -> one.expect().containsKey(one.causeId())).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesExactlyTheExpectedCauses(RuleCase one) {
    Example example = Example.of(one);
    assertEquals(
        example.expect(), example.found(DOCTOR.rules().run(example.facts()), DOCTOR), one.place());
  }

  @ParameterizedTest
  @MethodSource("baseCases")
  void doesNotDependOnTheOrderOfFacts(RuleCase one) {
    Random random = new Random(one.name().hashCode());
    for (int round = 0; round < 3; round++) {
      List<Fact> shuffled = new ArrayList<>(one.given().all());
      Collections.shuffle(shuffled, random);
      assertEquals(new TreeMap<>(one.expect()), named(facts(shuffled, one)), one.place());
    }
  }

  /**
   * A case that shows a cause holds nothing that does not matter to it. Of a variant this need not
   * be so: it may show that a fact makes no difference.
   */
  @ParameterizedTest
  @MethodSource("firingCases")
  void changesWhenAnyFactIsTakenAway(RuleCase one) {
    for (Fact fact : one.given().all()) {
      if (fact instanceof Observed) {
        List<Fact> others = new ArrayList<>(one.given().all());
        others.removeIf(other -> other == fact || lookedOnlyAt(fact, other, one));
        assertTrue(
            !named(facts(others, one)).equals(new TreeMap<>(one.expect())),
            one.place() + ": nothing changes without: " + fact.sentence());
      }
    }
  }

  @Test
  void everyCauseHasCases() {
    Map<String, Long> counts =
        cases().stream().collect(Collectors.groupingBy(RuleCase::causeId, Collectors.counting()));
    Set<String> poor = new TreeSet<>(DOCTOR.catalogue().causes().keySet());
    poor.removeIf(id -> counts.getOrDefault(id, 0L) >= FEWEST_CASES);
    assertEquals(Set.of(), poor, "fewer than " + FEWEST_CASES + " cases");
  }

  private static Map<String, Certainty> named(Facts facts) {
    return RuleTests.named(DOCTOR.diagnose("", facts));
  }

  private static Facts facts(List<Fact> kept, RuleCase one) {
    Facts.Builder facts = new Facts.Builder();
    kept.forEach(fact -> facts.add(fact, one.given().source(fact)));
    return facts.build();
  }

  /** A section that is not a list goes with its only entry. */
  private static boolean lookedOnlyAt(Fact fact, Fact other, RuleCase one) {
    return other instanceof Surveyed surveyed
        && surveyed.subject().type() == fact.getClass()
        && !surveyed.subject().list();
  }
}
