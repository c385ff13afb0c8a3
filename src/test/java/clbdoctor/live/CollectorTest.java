package clbdoctor.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.fact.FailedLook;
import clbdoctor.fact.LookFailure;
import clbdoctor.fact.Subject;
import clbdoctor.fact.Survey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What becomes of commands that answer, and of those that do not. */
@EnabledOnOs(OS.LINUX)
class CollectorTest {

  @Test
  void aCommandAnswersWithWhatItPrints() {
    assertEquals(Caught.answer(look("echo here"), "here\n"), caught(look("echo here")));
  }

  @Test
  void aWordIsNeverReadByAShell() {
    assertEquals("$HOME; *\n", caught(Look.of(List.of("echo", "$HOME; *"))).text());
  }

  @Test
  void pipesAreMadeWithoutAShell() {
    Look look = Look.piped(List.of(List.of("printf", "a\\nb\\n"), List.of("grep", "b")));
    assertEquals("b\n", caught(look).text());
  }

  @Test
  void aCommandThatIsNotThereIsNotInstalled() {
    assertEquals(Optional.of(LookFailure.NOT_INSTALLED), caught(look("no-such-tool")).failure());
  }

  @Test
  void aCommandThatTakesTooLongIsStopped() {
    Look slow = Look.of("sleep 60").within(Duration.ofMillis(50));
    assertEquals(Optional.of(LookFailure.TIMED_OUT), caught(slow).failure());
  }

  @Test
  void anErrorIsNoAnswerUnlessItIsKnownAsOne() {
    Look refused = Look.of("cat /no/such/file");
    assertEquals(Optional.of(LookFailure.FAILED), caught(refused).failure());
    assertTrue(caught(refused.answeringWith(1)).answered());
  }

  @Test
  void nothingIsNoAnswerUnlessItMeansNone() {
    assertEquals(Optional.of(LookFailure.FAILED), caught(look("true")).failure());
    assertTrue(caught(look("true").orNothing()).answered());
  }

  @Test
  void aTextThatMayBeAPartHasNoLineEndSoThatNobodyTakesItForTheWhole() {
    Look broken = Look.of(List.of("ls", "/", "/no/such/file"));
    assertEquals(Optional.of(LookFailure.FAILED), caught(broken).failure());
    assertTrue(!caught(broken).text().endsWith("\n"));
  }

  @Test
  void twoReadingsMakeOneText() {
    assertEquals("1\n1\n", caught(look("echo 1").twice(Duration.ofMillis(1))).text());
  }

  @Test
  void aSectionIsWholeOnlyWhenAllItsLooksAnswerAndAreUnderstood() {
    Look good = Look.of("nproc", Subject.PRESSURE);
    Look bad = Look.of("no-such-tool", Subject.PRESSURE, Subject.LOAD);
    Look strange = Look.of("uname", Subject.ROUTES);
    assertEquals(List.of(Survey.of(Subject.PRESSURE)), surveys(good));
    assertEquals(List.of(), surveys(good, bad));
    assertEquals(List.of(), surveys(strange));
  }

  @Test
  void whatFailedIsListedWithItsSections() {
    Look bad = Look.of("no-such-tool", Subject.PRESSURE, Subject.LOAD);
    assertEquals(
        List.of(
            new FailedLook(
                "no-such-tool",
                LookFailure.NOT_INSTALLED,
                List.of(Subject.LOAD, Subject.PRESSURE))),
        collection(bad).facts());
    assertEquals(List.of(), collection(bad).outputs());
  }

  private static Look look(String line) {
    return Look.of(line);
  }

  private static Caught caught(Look look) {
    return new Run(look).caught();
  }

  private static List<?> surveys(Look... looks) {
    return collection(looks).facts().stream().filter(Survey.class::isInstance).toList();
  }

  private static Collection collection(Look... looks) {
    Set<Subject> whole = Set.of(Subject.PRESSURE, Subject.ROUTES, Subject.COUNTERS);
    Plan plan = new Plan(List.of(looks), whole, Map.of(), List.of(), List.of());
    return Collection.of(plan, new Collector(plan).collect(List.of()));
  }
}
