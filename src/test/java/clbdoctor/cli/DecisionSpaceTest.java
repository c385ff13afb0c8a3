package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.cli.Plane.Combination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What may be seen at layers 4 and 7, combined, through the real rules. Where a failure has no
 * cause, or two that exclude each other, {@code decision-space.txt} must say why; a line there
 * without such a combination is an error, too. Tried is every third combination (see {@link
 * Plane#everyThird}), with {@code -DdecisionSpace=whole} every one.
 */
@Tag("generated")
class DecisionSpaceTest {
  private static final Findings FINDINGS =
      new Findings(Doctor.load(Path.of("rules").toAbsolutePath()));

  private final Set<String> open = new ConcurrentSkipListSet<>();
  private final Set<Explained> needed = ConcurrentHashMap.newKeySet();
  private final LongAdder tried = new LongAdder();
  private final LongAdder explained = new LongAdder();

  static Stream<Plane> planes() {
    return Stream.concat(Layer4Space.planes().stream(), Layer7Space.planes().stream());
  }

  @ParameterizedTest
  @MethodSource("planes")
  void everyFailureHasACauseAndNoneHasTwo(Plane plane) {
    List<Explained> classes = Explained.of(plane);
    combinations(plane).forEach(combination -> compare(combination, classes));
    System.out.printf(
        "%s: %d of %d combinations tried, %d explained by %d classes, %d open%n",
        plane, tried.sum(), plane.size(), explained.sum(), needed.size(), open.size());
    assertEquals(List.of(), open.stream().limit(20).toList());
    assertEquals(Set.copyOf(classes), needed, "lines that explain nothing");
  }

  @ParameterizedTest
  @MethodSource("planes")
  void explanationsSpeakOfThePlane(Plane plane) {
    for (Explained line : Explained.of(plane)) {
      line.values()
          .forEach(
              (axis, values) ->
                  values.forEach(
                      value -> assertTrue(plane.hasValue(axis, value), axis + "=" + value)));
    }
  }

  @ParameterizedTest
  @MethodSource("explanations")
  void everyExplanationIsOfSomePlane(Explained line) {
    assertTrue(planes().anyMatch(plane -> plane.name().equals(line.plane())), line.plane());
  }

  static List<Explained> explanations() {
    return Explained.all();
  }

  private static Stream<Combination> combinations(Plane plane) {
    return System.getProperty("decisionSpace", "").equals("whole")
        ? plane.all()
        : plane.everyThird();
  }

  private void compare(Combination combination, List<Explained> classes) {
    tried.increment();
    for (String finding : FINDINGS.of(combination)) {
      Optional<Explained> reason =
          classes.stream().filter(one -> one.covers(finding, combination.values())).findFirst();
      reason.ifPresentOrElse(
          one -> {
            needed.add(one);
            explained.increment();
          },
          () -> open.add(finding + ": " + combination));
    }
  }
}
