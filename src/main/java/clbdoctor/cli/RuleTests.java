package clbdoctor.cli;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Cases and samples against the whole rule book: what is named must be all that is expected. */
final class RuleTests {

  /** One example, and what is wrong with it. */
  record Result(String what, String group, Optional<String> failure) {}

  private final Doctor doctor;
  private final Progress progress;
  private final List<Example> examples = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();

  RuleTests(Doctor doctor) {
    this(doctor, Progress.none());
  }

  /**
   * Tests of a rule folder.
   *
   * @param progress is told of every example
   */
  RuleTests(Doctor doctor, Progress progress) {
    this.doctor = doctor;
    this.progress = progress;
  }

  void runCases() {
    runAll(doctor.cases().stream().map(Example::of).toList());
  }

  private void runAll(List<Example> all) {
    progress.expect(all.size());
    all.forEach(this::run);
  }

  /** The cases beside some causes, all against the whole rule book. */
  void runCases(Set<String> causes) {
    runAll(doctor.cases(causes).stream().map(Example::of).toList());
  }

  /** Reports that say what they expect; others are passed over. */
  void runSamples(List<String> inputs) {
    runAll(Example.samples(inputs, this::unreadable));
  }

  List<Result> results() {
    return List.copyOf(results);
  }

  List<Example> examples() {
    return List.copyOf(examples);
  }

  List<String> failures() {
    return results.stream().flatMap(result -> result.failure().stream()).toList();
  }

  int passed() {
    return results.size() - failures().size();
  }

  /** The named causes of a diagnosis with their certainty. */
  static Map<String, Certainty> named(Diagnosis diagnosis) {
    Map<String, Certainty> named = new TreeMap<>();
    diagnosis.causes().forEach(cause -> named.put(cause.page().id(), cause.certainty()));
    return named;
  }

  private void unreadable(Problem problem) {
    results.add(new Result(problem.file(), problem.file(), Optional.of(problem.toString())));
  }

  private void run(Example example) {
    Map<String, String> found = example.found(doctor.rules().run(example.facts()), doctor);
    boolean right = example.expect().equals(found);
    String failure = example.what() + "\n  expected " + example.expect() + "\n  found    " + found;
    examples.add(example);
    results.add(
        new Result(
            example.what(), example.group(), right ? Optional.empty() : Optional.of(failure)));
    progress.advance(1);
    progress.done();
  }
}
