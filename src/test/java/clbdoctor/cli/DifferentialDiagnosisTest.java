package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.yaml.Report;
import clbdoctor.yaml.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of the differential diagnosis, measured outcomes, and points on which sources contradict
 * each other, as reports in {@code differential-diagnosis.yaml}: each has exactly its causes.
 */
class DifferentialDiagnosisTest {
  private static final Doctor DOCTOR = Doctor.load(Path.of("rules").toAbsolutePath());
  private static final Pattern ROW = Pattern.compile("row (\\d+): .*");
  private static final int ROWS = 44;

  static List<Report> reports() throws IOException {
    String file = "differential-diagnosis.yaml";
    try (InputStream text = DifferentialDiagnosisTest.class.getResourceAsStream(file)) {
      return Reports.readAll(file, text).stream().map(DifferentialDiagnosisTest::read).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void hasExactlyTheCausesOfItsRow(Report report) {
    assertEquals(
        new TreeMap<>(report.expect().orElseThrow()),
        new TreeMap<>(RuleTests.named(DOCTOR.diagnose(report))),
        report.name());
  }

  @Test
  void noRowIsLeftOut() throws IOException {
    Set<Integer> rows =
        reports().stream()
            .flatMap(report -> ROW.matcher(report.name()).results())
            .map(DifferentialDiagnosisTest::number)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        IntStream.rangeClosed(1, ROWS).boxed().collect(Collectors.toCollection(TreeSet::new)),
        rows);
  }

  private static int number(MatchResult row) {
    return Integer.parseInt(row.group(1));
  }

  private static Report read(Reports.Outcome outcome) {
    if (outcome instanceof Reports.Outcome.Read read) {
      return read.report();
    }
    throw new AssertionError(outcome);
  }
}
