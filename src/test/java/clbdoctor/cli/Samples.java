package clbdoctor.cli;

import clbdoctor.fact.Facts;
import clbdoctor.yaml.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The shipped field reports. */
final class Samples {
  private static final List<Report> ALL = read();

  private Samples() {}

  static List<Report> all() {
    return ALL;
  }

  static Stream<Facts> facts() {
    return ALL.stream().map(Report::facts);
  }

  private static List<Report> read() {
    List<Report> reports = new ArrayList<>();
    new Inputs(
            reports::add,
            problem -> {
              throw new AssertionError(problem.toString());
            })
        .read(List.of("facts-samples"));
    return List.copyOf(reports);
  }
}
