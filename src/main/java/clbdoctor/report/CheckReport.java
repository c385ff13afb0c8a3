package clbdoctor.report;

import clbdoctor.text.Code;
import clbdoctor.text.Problem;
import clbdoctor.text.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What is wrong with a rule folder: as text with the lines meant, as JSON, as SARIF 2.1.0. */
public final class CheckReport {
  private final List<Problem> problems;
  private final BiFunction<String, Integer, Optional<String>> lines;

  /**
   * A report of problems.
   *
   * @param lines gives a line of a file, as it stands there
   */
  public CheckReport(List<Problem> problems, BiFunction<String, Integer, Optional<String>> lines) {
    this.problems = List.copyOf(problems);
    this.lines = lines;
  }

  /** {@code file:line:column: severity: message [code]}, and below it the line meant. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append(place(problem))
          .append(": ")
          .append(problem.severity().word())
          .append(": ")
          .append(problem.message())
          .append(problem.code().map(code -> " [" + code.id() + "]").orElse(""))
          .append('\n');
      lines
          .apply(problem.file(), problem.line())
          .filter(line -> !line.isBlank())
          .ifPresent(line -> shown(problem, line, text));
    }
    return text.toString();
  }

  private void shown(Problem problem, String line, StringBuilder text) {
    int blanks = line.length() - line.stripLeading().length();
    int column = Math.max(column(problem) - blanks, 1);
    text.append("    ").append(line.strip()).append('\n');
    text.append("    ").append(" ".repeat(column - 1)).append("^\n");
  }

  /** {@code 2 errors, 1 warning}; {@code nothing wrong}. */
  public static String counted(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Severity severity : Severity.values()) {
      long count = problems.stream().filter(p -> p.severity() == severity).count();
      if (count > 0) {
        text.append(text.isEmpty() ? "" : ", ")
            .append(count)
            .append(' ')
            .append(severity.word())
            .append(count > 1 ? "s" : "");
      }
    }
    return text.isEmpty() ? "nothing wrong" : text.toString();
  }

  /** {@code problems}, each with its place, severity, code and message. */
  public Map<String, Object> tree() {
    return Map.of("problems", problems.stream().map(this::tree).toList());
  }

  private Map<String, Object> tree(Problem problem) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("file", problem.file());
    tree.put("line", problem.line());
    tree.put("column", column(problem));
    tree.put("severity", problem.severity().word());
    problem.code().ifPresent(code -> tree.put("code", code.id()));
    tree.put("message", problem.message());
    return tree;
  }

  /** One run with the codes as rules. */
  public Map<String, Object> sarif(String version) {
    List<Map<String, Object>> codes =
        problems.stream()
            .flatMap(problem -> problem.code().stream())
            .distinct()
            .sorted()
            .map(CheckReport::sarifRule)
            .toList();
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", SarifReport.driver(version, codes)));
    run.put("results", problems.stream().map(this::sarifResult).toList());
    return SarifReport.log(run);
  }

  private static Map<String, Object> sarifRule(Code code) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", code.id());
    rule.put("shortDescription", Map.of("text", code.title()));
    rule.put("defaultConfiguration", Map.of("level", code.severity().word()));
    return rule;
  }

  private Map<String, Object> sarifResult(Problem problem) {
    Map<String, Object> result = new LinkedHashMap<>();
    problem.code().ifPresent(code -> result.put("ruleId", code.id()));
    result.put("level", problem.severity().word());
    result.put("message", Map.of("text", problem.message()));
    result.put(
        "locations", List.of(SarifLocations.of(problem.file(), problem.line(), column(problem))));
    return result;
  }

  private String place(Problem problem) {
    return problem.file() + ":" + problem.line() + ":" + column(problem);
  }

  /** Where a whole line is meant, its first letter. */
  private int column(Problem problem) {
    return problem.column() > 0
        ? problem.column()
        : lines
            .apply(problem.file(), problem.line())
            .map(line -> line.length() - line.stripLeading().length() + 1)
            .orElse(1);
  }
}
