package clbdoctor.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.collect.output.CommandOutput;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.FirewallRuleset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that were cut, wrapped, retyped or damaged on their way. */
@Tag("generated")
class MutatedOutputTest {

  static List<Sample> samples() {
    return Sample.all();
  }

  static List<Sample> withLineFeeds() {
    return Sample.all().stream().filter(s -> s.text().indexOf('\r') < 0).toList();
  }

  /**
   * One block behind a stated command: without a prompt nothing but the text's end says where it
   * ends.
   */
  static List<Sample> unprompted() {
    return Sample.all().stream().filter(s -> s.head().containsKey("command")).toList();
  }

  @ParameterizedTest
  @MethodSource("withLineFeeds")
  void lineEndsDoNotMatter(Sample sample) {
    assertEquals(facts(sample.read()), facts(sample.read(sample.text().replace("\n", "\r\n"))));
  }

  @ParameterizedTest
  @MethodSource("unprompted")
  void aPromptBeforeAndAfterDoesNotMatter(Sample sample) {
    String prompt = sample.text().contains("\\>") ? "C:\\>" : "[web@web ~]$ ";
    String text = prompt + sample.head().get("command") + "\n" + sample.text() + prompt + "\n";
    boolean sequence = sample.head().get("command").contains(";");
    boolean quoted = sample.text().startsWith(">");
    if (!sequence && !quoted) {
      assertEquals(withoutText(sample.read()), withoutText(sample.read(text)));
    }
  }

  @ParameterizedTest
  @MethodSource("unprompted")
  void aTornLineProvesNoAbsence(Sample sample) {
    int step = 1 + sample.text().length() / 40;
    for (int cut = 1; cut < sample.text().length(); cut += step) {
      if (sample.text().charAt(cut - 1) != '\n') {
        ReadOutput read = sample.read(sample.text().substring(0, cut));
        assertTrue(read.surveys().isEmpty(), "cut at " + cut + ": " + read.surveys());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("unprompted")
  void leftOutLinesProveNoAbsence(Sample sample) {
    List<String> lines = new ArrayList<>(sample.text().lines().toList());
    for (int at = 0; at <= lines.size(); at++) {
      List<String> elided = new ArrayList<>(lines);
      elided.add(at, "...");
      ReadOutput read = sample.read(String.join("\n", elided) + "\n");
      assertTrue(read.surveys().isEmpty(), "line " + at + ": " + read.surveys());
    }
  }

  /** A search that tries every end of every beginning would take minutes here. */
  @ParameterizedTest
  @MethodSource("samples")
  @Timeout(60)
  void aLongRunWithinALineIsReadInTime(Sample sample) {
    List<String> lines = sample.text().lines().toList();
    for (String run : List.of(" ", "a", "1", "1.", "a ", ": ", "(", "\"")) {
      List<String> stretched = new ArrayList<>(lines);
      stretched.replaceAll(line -> line.replaceFirst(" |$", " " + run.repeat(10_000) + " "));
      stretched.subList(Math.min(4, lines.size()), lines.size()).clear();
      sample.read(String.join("\n", stretched));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void damageNeverThrows(Sample sample) {
    Random random = new Random(20261122);
    for (int round = 0; round < 12; round++) {
      String damaged = damage(sample.text(), random);
      ReadOutput read = sample.read(damaged);
      int lines = damaged.split("\r\n|\n|\r", -1).length;
      assertTrue(read.facts().stream().allMatch(f -> 1 <= f.line() && f.line() <= lines));
      OutputReader.read(CommandOutput.of(damaged), ReadingContext.UNKNOWN);
    }
  }

  @Test
  void hugeTextsAreReadInLinearTime() {
    for (Sample sample : Sample.all()) {
      String text = sample.text().repeat(1 + 30_000 / Math.max(1, sample.text().length()));
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> sample.read(text), sample::toString);
    }
    String line = "a".repeat(200_000) + " " + "1 ".repeat(200_000) + "-".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> OutputReader.read(CommandOutput.of(line), ReadingContext.UNKNOWN));
  }

  private static String damage(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return "";
    }
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    int column = random.nextInt(line.length() + 1);
    switch (random.nextInt(7)) {
      case 0 -> lines.set(at, line.substring(0, column));
      case 1 -> lines.set(at, line.substring(column));
      case 2 -> lines.remove(at);
      case 3 -> Collections.shuffle(lines, random);
      case 4 -> lines.replaceAll(l -> l.replaceAll(" +", random.nextBoolean() ? "\t" : " "));
      case 5 -> lines.set(at, line.replaceAll("[0-9]", "9".repeat(1 + random.nextInt(12))));
      default -> lines.set(at, line.substring(0, column) + "\n" + line.substring(column));
    }
    return String.join(random.nextBoolean() ? "\n" : "\r\n", lines);
  }

  private static Set<String> facts(ReadOutput read) {
    return Set.copyOf(FactText.of(read));
  }

  /** Line numbers differ, and a ruleset carries its text. */
  private static Set<String> withoutText(ReadOutput read) {
    Set<String> facts =
        read.observed().stream()
            .filter(f -> !(f instanceof FirewallRuleset))
            .map(Object::toString)
            .collect(Collectors.toSet());
    facts.addAll(read.surveys().stream().map(Object::toString).toList());
    return facts;
  }
}
