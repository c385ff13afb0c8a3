package clbdoctor.cli;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.RuleCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cases and samples against the whole rule book: what is named must be all that is expected. */
final class RuleTests {
  private final Doctor doctor;
  private final List<String> failures = new ArrayList<>();
  private int passed;

  RuleTests(Doctor doctor) {
    this.doctor = doctor;
  }

  void runCases() {
    for (RuleCase one : doctor.cases()) {
      compare(
          one.place() + ": " + one.name(), one.expect(), named(doctor.diagnose("", one.given())));
    }
  }

  /** Reports that say what they expect; others are passed over. */
  void runSamples(List<String> inputs) {
    new Inputs(this::runSample, problem -> failures.add(problem.toString())).read(inputs);
  }

  List<String> failures() {
    return failures;
  }

  int passed() {
    return passed;
  }

  /** The named causes of a diagnosis with their certainty. */
  static Map<String, Certainty> named(Diagnosis diagnosis) {
    Map<String, Certainty> named = new TreeMap<>();
    diagnosis.causes().forEach(cause -> named.put(cause.page().id(), cause.certainty()));
    return named;
  }

  private void runSample(Report report) {
    report
        .expect()
        .ifPresent(expect -> compare(report.file(), expect, named(doctor.diagnose(report))));
  }

  private void compare(String what, Map<String, Certainty> expected, Map<String, Certainty> found) {
    if (new TreeMap<>(expected).equals(found)) {
      passed++;
    } else {
      failures.add(what + "\n  expected " + new TreeMap<>(expected) + "\n  found    " + found);
    }
  }
}
