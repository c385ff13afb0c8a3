package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.report.Style;
import clbdoctor.report.TextReport;
import clbdoctor.yaml.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the program reads and prints, and what it names is there. */
class ReadmeTest {
  private static final Path SAMPLE = Path.of("facts-samples/listens-on-loopback-only.yaml");

  @Test
  void theReportIsTheSample() throws IOException {
    assertEquals(Files.readString(SAMPLE), block("yaml", 0));
  }

  @Test
  void theOutputIsTheOutput() throws IOException {
    Report report =
        Samples.all().stream()
            .filter(sample -> sample.file().equals(SAMPLE.toString()))
            .findFirst()
            .orElseThrow();
    Doctor doctor = Doctor.load(Path.of("rules").toAbsolutePath());
    assertEquals(TextReport.of(doctor.diagnose(report), Style.PLAIN), block("text", 0));
  }

  @Test
  void theRuleIsTheRule() throws IOException {
    String shown = block("", "rule \"");
    String file = Files.readString(Path.of("rules/6-service/listens-on-loopback-only.drl"));
    assertTrue(file.contains(shown), shown);
  }

  @Test
  void everyFileItNamesIsThere() throws IOException {
    Matcher names =
        Pattern.compile("`((?:rules|facts-samples|src)/[a-zA-Z0-9_./-]+)`").matcher(readme());
    List<String> missing =
        names.results().map(m -> m.group(1)).filter(name -> !Files.exists(Path.of(name))).toList();
    assertEquals(List.of(), missing);
  }

  private static String block(String language, int index) throws IOException {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
        .matcher(readme())
        .results()
        .skip(index)
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static String block(String language, String beginning) throws IOException {
    return Pattern.compile("(?ms)^```" + language + "\n(" + Pattern.quote(beginning) + ".*?)^```$")
        .matcher(readme())
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
