package clbdoctor.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.text.Problem;
import clbdoctor.yaml.ConvertedFacts.Notation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fact files from one notation to another: what they tell stays the same. */
class ConvertedFactsTest {
  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void everySampleTellsTheSame(Notation notation) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("facts-samples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String text = Files.readString(file);
        assertEquals(told(text), told(converted(text, notation)), file::toString);
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void aRoundTripEndsWhereItBegan() {
    String lines = converted(STREAM, Notation.jsonl);
    assertEquals(2, lines.lines().count());
    String yaml = converted(lines, Notation.yaml);
    assertEquals(lines, converted(converted(yaml, Notation.json), Notation.jsonl));
  }

  @Test
  void textsThatLookLikeNumbersStayTexts() {
    String yaml = converted(converted(STREAM, Notation.json), Notation.yaml);
    assertEquals(
        """
        ---
        schema: 1
        report: "010"
        sysctls:
        - name: net.core.somaxconn
          value: "0x1F"
        load:
          loadAverage: 1.10
          cores: 2
        ---
        schema: 1
        report: second
        outputs:
        - command: cat /etc/hosts.deny
          text: |
            ALL: ALL

            # yes
        """,
        yaml);
  }

  @Test
  void aBrokenDocumentIsNamedAndTheOthersConverted() {
    String lines =
        converted("schema: 1\nreport: [\n---\n" + STREAM + "---\nschema: 2\n", Notation.jsonl);
    assertEquals(2, lines.lines().count());
    assertEquals(List.of(3, 20), problems.stream().map(Problem::line).toList());
  }

  @Test
  void anEmptyFileIsNoReport() {
    assertEquals("", converted("# nothing\n", Notation.json));
    assertEquals(1, problems.size());
  }

  private static final String STREAM =
      """
      # The comment is left behind.
      schema: 1
      report: "010"
      sysctls:
        - { name: net.core.somaxconn, value: "0x1F" }
      load: { loadAverage: 1.10, cores: 2 }
      ---
      schema: 1
      report: second
      outputs:
        - command: cat /etc/hosts.deny
          text: |
            ALL: ALL

            # yes
      """;

  private String converted(String text, Notation notation) {
    StringBuilder all = new StringBuilder();
    try {
      ConvertedFacts.of("given", stream(text), notation, all::append, problems::add);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all.toString();
  }

  private static String told(String text) throws IOException {
    return Reports.readAll("file", stream(text)).stream()
        .map(outcome -> ((Reports.Outcome.Read) outcome).report())
        .map(report -> report.name() + report.facts().all() + report.expect())
        .collect(Collectors.joining("\n"));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
