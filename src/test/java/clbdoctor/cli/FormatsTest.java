package clbdoctor.cli;

import static clbdoctor.cli.Ended.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * Whole diagnoses in the formats that other programs show, and what a hostile report does there.
 */
class FormatsTest {
  private static final String RULES = "src/test/resources/clbdoctor/cli/example-rules";
  private static final Path SAMPLES = Path.of("src/test/resources/clbdoctor/cli/formats");

  /** Everything that means something to a terminal, HTML, XML, Markdown or a shell. */
  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(1)> </pre> ]]> --> & &amp; "
          + "\\u001b]0;pwned\\u0007 \\u009b2J \\u202e **x** `x` ```` # | [a](http://x) $(reboot); 'q' \\\"";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"markdown,report.md", "html,report.html", "junit,report.xml", "sarif,report.sarif"})
  void aWholeReport(String format, String sample) throws IOException {
    String found =
        formatted(format, SAMPLES.resolve("report.yaml").toString())
            .replace("\"unpackaged\"", "\"0.1.0\"");
    assertEquals(Files.readString(SAMPLES.resolve(sample)), found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html", "junit", "sarif", "json", "jsonl", "yaml"})
  void noReportReachesTheTerminal(String format) throws IOException {
    String found = formatted(format, hostile(HOSTILE));
    assertTrue(found.contains("alert(1)"), "it is shown");
    assertTrue(found.contains("u001b]0;pwned") || found.contains("u001b\\]0;pwned"), found);
    assertEquals(List.of(), matches("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e]", found));
  }

  @Test
  void aHostileReportAddsNoElementToHtml() throws IOException {
    String tame = formatted("html", hostile("x"));
    String found = formatted("html", hostile(HOSTILE));
    assertEquals(matches("<[^>]*>", tame), matches("<[^>]*>", found));
    assertTrue(found.contains("default-src 'none'"));
    assertEquals(List.of(), matches("(?i)(src|href)=\"(?!#)|@import|url\\(", found));
  }

  @Test
  void aHostileReportAddsNothingToMarkdown() throws IOException {
    String tame = formatted("markdown", hostile("x"));
    String found = formatted("markdown", hostile(HOSTILE));
    assertEquals(shape(tame), shape(found));
    assertEquals(List.of(), matches("(?<!\\\\)[<>|]|(?<!\\\\)\\[|://", withoutCode(found)));
  }

  private static String withoutCode(String markdown) {
    return markdown.replaceAll("(?ms)^ *```sh$.*?^ *```$|`[^`\n]*`", "");
  }

  /** What begins blocks; blocks of code and list items are counted. */
  private static List<String> shape(String markdown) {
    return markdown
        .lines()
        .map(line -> line.replaceFirst("^(\\s*(?:[-#]+|`{3,}|)).*", "$1"))
        .toList();
  }

  @Test
  void junitIsXmlWithACaseForEachCause() throws Exception {
    Document document = xml(formatted("junit", hostile(HOSTILE), "no-such.yaml"));
    assertEquals(2, document.getElementsByTagName("testsuite").getLength());
    assertEquals(2, document.getElementsByTagName("testcase").getLength());
    assertEquals(1, document.getElementsByTagName("failure").getLength());
    assertEquals(1, document.getElementsByTagName("error").getLength());
  }

  @Test
  void sarifOfDiagnosesObeysTheSchemaOfOasis() throws IOException {
    assertSarif(formatted("sarif", hostile(HOSTILE), "no-such.yaml"));
    assertSarif(run("diagnose", "--format", "sarif", "facts-samples").out());
    assertSarif(run("diagnose", "--format", "sarif", folder.toString()).out());
  }

  @Test
  void sarifOfRuleProblemsObeysTheSchemaOfOasis() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("my rules/6-service"));
    Files.writeString(rules.resolve("no-listener.drl"), "rule \"x\" whn\nend\n");
    String found = run("rules", "check", "--format", "sarif", folder + "/my rules").out();
    assertTrue(found.contains("my%20rules/6-service/no-listener.drl"), found);
    assertSarif(found);
    assertSarif(run("rules", "check", "--format", "sarif").out());
  }

  @Test
  void manyReportsInHtmlHaveAnOverview() {
    String one = SAMPLES.resolve("report.yaml").toString();
    String found = formatted("html", one, one);
    assertTrue(found.contains("<a href=\"#report-2\">web-1, port 80</a>"), found);
    assertFalse(formatted("html", one).contains("<nav>"));
  }

  @Test
  void aValueThatAShellWouldRunIsNotFilledIn() throws IOException {
    String found = formatted("text", hostile(HOSTILE));
    assertTrue(found.contains("systemctl start <"), found);
    assertEquals(List.of(), matches("systemctl [^\n]*reboot", found));
  }

  private static void assertSarif(String log) throws IOException {
    try (InputStream schema =
        FormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      Schema sarif =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(List.of(), sarif.validate(log, InputFormat.JSON));
    }
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static String formatted(String format, String... inputs) {
    List<String> words = new java.util.ArrayList<>();
    words.addAll(List.of("diagnose", "--format", format, "--rules", RULES));
    words.addAll(List.of(inputs));
    return run(words.toArray(String[]::new)).out();
  }

  /** A report that has the text wherever a report may have one. */
  private String hostile(String text) throws IOException {
    String report =
        """
        schema: 1
        report: "%1$s"
        backEnd: { privateAddress: 10.0.0.10, port: 80 }
        service: { name: "%1$s", state: RUNNING }
        sockets: []
        failedLooks: [{ command: "%1$s", reason: NOT_INSTALLED, sections: [SERVICE] }]
        """
            .formatted(text);
    return Files.writeString(folder.resolve("hostile.yaml"), report).toString();
  }

  private static List<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }
}
