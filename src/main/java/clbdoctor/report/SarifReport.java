package clbdoctor.report;

import clbdoctor.diagnosis.Catalogue;
import clbdoctor.diagnosis.CausePage;
import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.NamedCause;
import clbdoctor.diagnosis.Diagnosis.Proof;
import clbdoctor.diagnosis.Evidence;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Diagnoses as one SARIF 2.1.0 log: a rule for each cause, a result for each cause that a report
 * names, at the line of the fact that proves it. A possible cause is for a person to review.
 */
public final class SarifReport implements ReportFormat {
  static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final String NO_RESULTS = "\"results\" : [ ]";

  private final RuleSet rules;
  private final Catalogue catalogue;
  private final String version;
  private final Function<Map<String, ?>, String> json;
  private final List<Map<String, Object>> notifications = new ArrayList<>();

  /**
   * A log.
   *
   * @param version of the program
   * @param json writes maps and lists
   */
  public SarifReport(
      RuleSet rules, Catalogue catalogue, String version, Function<Map<String, ?>, String> json) {
    this.rules = rules;
    this.catalogue = catalogue;
    this.version = version;
    this.json = json;
  }

  @Override
  public String head() {
    String log = log(true);
    return log.substring(0, log.indexOf(NO_RESULTS)) + "\"results\" : [\n";
  }

  @Override
  public String before(int number) {
    return number == 1 ? "" : ",\n";
  }

  @Override
  public String body(Diagnosis diagnosis) {
    return diagnosis.causes().stream()
        .map(cause -> json.apply(result(diagnosis, cause)).strip())
        .collect(Collectors.joining(",\n"));
  }

  @Override
  public String refused(List<Problem> problems) {
    for (Problem problem : problems) {
      Map<String, Object> notification = new LinkedHashMap<>();
      notification.put("level", "error");
      notification.put("message", Map.of("text", problem.message()));
      notification.put(
          "locations",
          List.of(SarifLocations.of(problem.file(), problem.line(), problem.column())));
      notifications.add(notification);
    }
    return "";
  }

  @Override
  public String foot(List<Entry> written, boolean complete) {
    String log = log(complete);
    return "\n]" + log.substring(log.indexOf(NO_RESULTS) + NO_RESULTS.length());
  }

  private String log(boolean complete) {
    Map<String, Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", complete && notifications.isEmpty());
    invocation.put("toolExecutionNotifications", notifications);
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver(version, causes())));
    run.put("properties", Map.of("rules", rules.hash()));
    run.put("results", List.of());
    run.put("invocations", List.of(invocation));
    return json.apply(log(run));
  }

  /** A log of one run. */
  static Map<String, Object> log(Map<String, Object> run) {
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return log;
  }

  static Map<String, Object> driver(String version, List<Map<String, Object>> rules) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "clb-doctor");
    driver.put("version", version);
    driver.put("rules", rules);
    return driver;
  }

  private List<Map<String, Object>> causes() {
    return catalogue.pages().stream().map(SarifReport::cause).toList();
  }

  private static Map<String, Object> cause(CausePage page) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", page.id());
    rule.put("shortDescription", Map.of("text", page.title()));
    rule.put("fullDescription", Map.of("text", page.meaning()));
    return rule;
  }

  private static Map<String, Object> result(Diagnosis diagnosis, NamedCause cause) {
    List<Evidence> evidence =
        cause.proofs().stream().map(Proof::evidence).flatMap(List::stream).distinct().toList();
    List<Map<String, Object>> places =
        evidence.stream().flatMap(one -> SarifLocations.of(one).stream()).distinct().toList();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", cause.page().id());
    boolean possible = cause.certainty() == Certainty.POSSIBLE;
    result.put("kind", possible ? "review" : "fail");
    result.put(
        "level",
        possible ? "none" : cause.certainty() == Certainty.CONFIRMED ? "error" : "warning");
    result.put("message", Map.of("text", message(diagnosis, cause, evidence)));
    if (!places.isEmpty()) {
      result.put("locations", places.subList(0, 1));
      result.put("relatedLocations", places.subList(1, places.size()));
    }
    result.put(
        "partialFingerprints",
        Map.of("causeInReport/v1", diagnosis.report() + "/" + cause.page().id()));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("report", diagnosis.report());
    properties.put("certainty", cause.certainty().name());
    properties.put("fixes", cause.page().fixes());
    result.put("properties", properties);
    return result;
  }

  private static String message(Diagnosis diagnosis, NamedCause cause, List<Evidence> evidence) {
    return diagnosis.report()
        + ": "
        + cause.page().title()
        + " ("
        + cause.certainty()
        + "), since "
        + evidence.stream().map(Evidence::says).distinct().collect(Collectors.joining("; "));
  }
}
