package clbdoctor.cli;

import static clbdoctor.cli.Ended.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as its users call it: exit codes, streams, formats. */
class MainTest {
  private static final String SAMPLE = "facts-samples/listens-on-loopback-only.yaml";
  private static final String HEALTHY =
      """
      schema: 1
      backEnd: { privateAddress: 10.0.0.10, port: 80 }
      targetState: { state: HEALTHY }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"text", "json", "jsonl", "yaml", "html", "markdown", "sarif", "junit", "JSON"})
  void theExitCodeIsTheSameForEveryFormat(String format) throws IOException {
    assertEquals(1, run("diagnose", "--format", format, SAMPLE).code());
    assertEquals(0, run("diagnose", "--format", format, file(HEALTHY)).code());
    assertEquals(4, run("diagnose", "--format", format, file("schema: 1\n")).code());
    assertEquals(3, run("diagnose", "--format", format, file("schema: 2\n")).code());
    assertEquals(3, run("diagnose", "--format", format, "no-such-file.yaml").code());
    assertEquals(2, run("diagnose", "--format", "nonsense", SAMPLE).code());
  }

  @Test
  void exitZeroIsForWhoeverWantsNone() throws IOException {
    assertEquals(0, run("diagnose", "--exit-zero", SAMPLE).code());
    assertEquals(3, run("diagnose", "--exit-zero", file("schema: 2\n")).code());
  }

  @Test
  void aBrokenReportGoesToStandardErrorAndTheOthersAreDiagnosed() throws IOException {
    Ended ended = run("diagnose", file("schema: 2\n---\n" + HEALTHY), SAMPLE);
    assertEquals(3, ended.code());
    assertTrue(ended.err().contains("report.yaml:1:9: this program reads schema 1"));
    assertTrue(ended.out().contains("NOTHING WRONG"));
    assertTrue(ended.out().contains("listens only on a loopback address"));
  }

  @Test
  void aBrokenRuleStopsTheRun() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules/6-service"));
    Files.writeString(rules.resolve("no-listener.drl"), "rule \"x\" whn\nend\n");
    Ended ended = run("diagnose", "--rules", folder.resolve("rules").toString(), SAMPLE);
    assertEquals(3, ended.code());
    assertEquals("", ended.out());
    assertTrue(ended.err().startsWith("rules/6-service/no-listener.drl:1"), ended.err());
    assertFalse(ended.err().contains("\tat "));
  }

  @Test
  void aMissingRuleFolderIsSaid() {
    Ended ended = run("diagnose", "--rules", "nowhere", SAMPLE);
    assertEquals(3, ended.code());
    assertTrue(ended.err().contains("nowhere:1: there is no such rule folder; give --rules DIR"));
  }

  @Test
  void aCauseNobodyKnowsIsAnsweredWithTheNearest() {
    Ended ended = run("explain", "listens-on-loopback", SAMPLE);
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("did you mean \"listens-on-loopback-only\"?"));
  }

  @Test
  void standardInputIsRead() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(HEALTHY.getBytes(StandardCharsets.UTF_8)));
      assertTrue(run("diagnose", "-").out().contains("NOTHING WRONG"));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void jsonIsReadAsWellAsYaml() throws IOException {
    Path json = folder.resolve("report.json");
    Files.writeString(
        json,
        "{\"schema\": 1, \"backEnd\": {\"privateAddress\": \"10.0.0.10\", \"port\": 80},"
            + " \"targetState\": {\"state\": \"HEALTHY\"}}");
    assertEquals(0, run("diagnose", json.toString()).code());
  }

  @Test
  void jsonLinesAreManyReports() throws IOException {
    String line =
        "{\"schema\": 1, \"report\": \"%s\", \"targetState\": {\"state\": \"HEALTHY\"}}\n";
    Path lines = folder.resolve("reports.jsonl");
    Files.writeString(lines, line.formatted("one") + "{\"schema\": 2}\n" + line.formatted("two"));
    Ended ended = run("diagnose", "--format", "jsonl", lines.toString());
    assertEquals(3, ended.code());
    assertEquals(2, ended.out().lines().count());
    assertTrue(ended.err().contains("reports.jsonl:2:"), ended.err());
  }

  @Test
  void theSameFactsGiveTheSameBytesWhateverLocaleAndTimeZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      String once =
          run("diagnose", "--format", "json", SAMPLE).out() + run("diagnose", SAMPLE).out();
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      String again =
          run("diagnose", "--format", "json", SAMPLE).out() + run("diagnose", SAMPLE).out();
      assertEquals(once, again);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void withoutACommandTheHelpSaysSo() {
    Ended ended = run();
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("clb-doctor diagnose report.yaml"));
    assertTrue(
        run("--help").out().contains("4    inconclusive, facts are missing")
            || run("--help").out().contains("inconclusive, facts are missing"));
  }

  @Test
  void colourComesOnlyWhenAskedForOrOnATerminal() {
    assertFalse(run("diagnose", SAMPLE).out().contains("\033["));
    assertTrue(run("diagnose", "--color", "always", SAMPLE).out().contains("\033["));
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("report.yaml"), text).toString();
  }
}
