package clbdoctor.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clbdoctor.GivenFacts;
import clbdoctor.cache.ReadFiles;
import clbdoctor.diagnosis.Firing;
import clbdoctor.fact.Facts;
import clbdoctor.text.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind the language of rules: bounds on files, rules and firings. */
class LimitsTest {
  private static final String NAME = "rules/6-service/no-listener.drl";

  @TempDir private Path folder;

  @Test
  void aFileHasABound() {
    String text = rule(0, "Surveyed()") + "// " + "long ".repeat(50_000);
    assertRefused(
        text,
        NAME
            + ":1: is longer than a rule file may be (200000 characters); it is about one cause [CLB101]");
  }

  @Test
  void aRuleBookHasABound() {
    String rules =
        IntStream.range(0, 1_000)
            .mapToObj(i -> rule(i, "Surveyed()"))
            .collect(Collectors.joining());
    List<RuleFile> files =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new RuleFile(
                        "rules/" + i + "/no-listener.drl",
                        rules.replace("rule \"", "rule \"" + i + ": ")))
            .toList();
    ProblemsException refusal = assertThrows(ProblemsException.class, () -> RuleBook.of(files));
    assertEquals(
        "rules/0/no-listener.drl:1: is one of files with 6000 rules; "
            + "a rule book holds at most 5000 [CLB101]",
        refusal.getMessage());
  }

  /** 60 facts of a kind in each of three patterns make 216,000 matches. */
  @Test
  void aRuleThatMatchesEveryCombinationIsStopped() {
    RuleBook book =
        RuleBook.of(List.of(new RuleFile(NAME, rule(0, "Sysctl()\n    Sysctl()\n    Sysctl()"))));
    ProblemsException refusal = assertThrows(ProblemsException.class, () -> book.run(sysctls(60)));
    assertEquals(
        "report:1: its facts make rules fire 20000 times, most often \"rule 0\" ("
            + NAME
            + ":1); leave out what repeats itself",
        refusal.getMessage());
  }

  @Test
  void aRunThatDoesNotEndInTimeIsGivenUp() {
    CountDownLatch end = new CountDownLatch(1);
    assertFenced(
        0,
        () -> {
          end.await();
          return List.of();
        },
        "report:1: the rules were not done with its facts within 0 s; "
            + "leave out what repeats itself");
    end.countDown();
  }

  @Test
  void aRunThatExhaustsTheMemoryIsRefused() {
    assertFenced(
        60,
        () -> {
          throw new OutOfMemoryError();
        },
        "report:1: the rules need more memory for its facts than there is");
  }

  @Test
  void aFileThatIsNoTextIsNamed() throws IOException {
    Files.write(folder.resolve("no-listener.drl"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    ProblemsException refusal =
        assertThrows(ProblemsException.class, () -> RuleBook.load(folder, ReadFiles.none()));
    assertEquals(
        folder.getFileName() + "/no-listener.drl:1: is no text in UTF-8; save it so [CLB101]",
        refusal.getMessage());
  }

  @Test
  void aDeviceIsNotRead() throws IOException {
    Files.createSymbolicLink(folder.resolve("no-listener.drl"), Path.of("/dev/zero"));
    ProblemsException refusal =
        assertThrows(ProblemsException.class, () -> RuleBook.load(folder, ReadFiles.none()));
    assertEquals(
        folder.getFileName()
            + "/no-listener.drl:1: is no plain file of at most 1000000 bytes [CLB101]",
        refusal.getMessage());
  }

  /** 60 facts of a kind, of which a rule joins four, could make 12,960,000 combinations. */
  private static void assertFenced(long seconds, Callable<List<Firing>> run, String message) {
    Fence fence = new Fence(20_000, seconds);
    ProblemsException refusal =
        assertThrows(ProblemsException.class, () -> fence.guard(Math.pow(60, 4), run));
    assertEquals(message, refusal.getMessage());
  }

  private static Facts sysctls(int count) {
    return GivenFacts.of(
        IntStream.range(0, count)
            .mapToObj(i -> "  - { name: net.a" + i + ", value: 1 }\n")
            .collect(Collectors.joining("", "sysctls:\n", "")));
  }

  private static void assertRefused(String text, String message) {
    ProblemsException refusal =
        assertThrows(ProblemsException.class, () -> RuleBook.of(List.of(new RuleFile(NAME, text))));
    assertEquals(message, refusal.getMessage());
  }

  private static String rule(int number, String patterns) {
    return """
    rule "rule %d"
    when
        %s
    then
        insert( new RuledOut( "no-listener" ) );
    end
    """
        .formatted(number, patterns);
  }
}
