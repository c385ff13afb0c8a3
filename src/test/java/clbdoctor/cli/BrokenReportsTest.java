package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clbdoctor.BrokenText;
import clbdoctor.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports with one thing wrong, each followed by a good one: the message has its place and says
 * what to do, and the good report is read all the same.
 */
class BrokenReportsTest {
  private static final String GOOD =
      "schema: 1\nbackEnd: { privateAddress: 10.0.0.10, port: 80 }\n";

  @TempDir private Path folder;

  static List<BrokenText> broken() throws IOException {
    return BrokenText.in(BrokenReportsTest.class, "broken-reports.txt");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrongAndWhereAndKeepsTheGoodReport(BrokenText one) throws IOException {
    Read read = read(one.text() + "\n---\n" + GOOD);
    assertTrue(
        read.problems.stream().anyMatch(problem -> problem.toString().contains(one.message())),
        () -> "found " + read.problems);
    assertEquals(1, read.reports, "the good report beside it");
    read.problems.forEach(problem -> assertTrue(problem.line() > 0));
  }

  /** The key that was meant is not called missing besides. */
  @Test
  void aSlipOfThePenIsToldOnce() throws IOException {
    Read read = read("schema: 1\nbackEnd: { privateAdress: 10.0.0.10, port: 80 }\n");
    assertEquals(1, read.problems.size());
    assertMessage(read, "did you mean \"privateAddress\"?");
  }

  @Test
  void binaryDataIsNoReport() throws IOException {
    Path file = folder.resolve("binary.yaml");
    Files.write(file, new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2, (byte) 0xff, (byte) 0xfe});
    assertMessage(read(file), "1: this is no text in UTF-8");
  }

  @Test
  void fiftyMegabytesInOneDocumentAreTooMuch() throws IOException {
    Path file = folder.resolve("huge.yaml");
    Files.writeString(file, "schema: 1\nreport: \"" + "x".repeat(50_000_000) + "\"\n---\n" + GOOD);
    Read read = read(file);
    assertMessage(read, "the document is longer than");
    assertEquals(1, read.reports);
  }

  @Test
  void thousandsOfLevelsAreTooDeep() throws IOException {
    assertMessage(read("schema: 1\nprobes: " + "[".repeat(5000)), "eep");
    assertMessage(read("{\"schema\": 1, \"probes\": " + "[".repeat(5000)), "eep");
  }

  @Test
  void anAliasBombIsRefusedAtItsFirstAnchor() throws IOException {
    StringBuilder bomb = new StringBuilder("schema: 1\na0: &a0 [x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a" + i + ": &a" + i + " [" + "*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }
    assertMessage(read(bomb.toString()), ":2:5: anchors (&) and aliases (*) are not accepted");
  }

  @Test
  void aMissingFileIsNamed() {
    List<Problem> problems = new ArrayList<>();
    new Inputs(report -> {}, problems::add).read(List.of("no-such-report.yaml"));
    assertEquals("no-such-report.yaml:1: there is no such file", problems.get(0).toString());
  }

  @Test
  void anEmptyFileHasNoReport() throws IOException {
    assertMessage(read(""), "there is no report in it");
    assertMessage(read("# nothing but a comment\n"), "there is no report in it");
  }

  private record Read(int reports, List<Problem> problems) {}

  private Read read(String text) throws IOException {
    return read(Files.writeString(folder.resolve("report.yaml"), text));
  }

  private static Read read(Path file) {
    List<Problem> problems = new ArrayList<>();
    int[] reports = {0};
    new Inputs(report -> reports[0]++, problems::add).read(List.of(file.toString()));
    return new Read(reports[0], problems);
  }

  private static void assertMessage(Read read, String expected) {
    assertFalse(read.problems.isEmpty(), "nothing is said");
    assertTrue(
        Stream.of(read.problems.get(0).toString()).allMatch(m -> m.contains(expected)),
        () -> "found " + read.problems);
  }
}
