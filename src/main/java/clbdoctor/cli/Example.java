package clbdoctor.cli;

import clbdoctor.derived.Derivation;
import clbdoctor.diagnosis.Diagnosis.Excluded;
import clbdoctor.diagnosis.Firing;
import clbdoctor.diagnosis.Judge;
import clbdoctor.diagnosis.Judge.Weighed;
import clbdoctor.fact.Facts;
import clbdoctor.text.Problem;
import clbdoctor.yaml.Report;
import clbdoctor.yaml.RuleCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A case beside a rule, or a sample that says what it expects.
 *
 * @param what how messages call it
 * @param group the cause beside which it stands; for a sample its file
 * @param facts the given facts and what follows from them
 * @param ownCause the cause of which it also says whether it is ruled out; none for a sample
 * @param expect everything that is named, and whether the own cause is ruled out, in words
 */
record Example(
    String what, String group, Facts facts, Optional<String> ownCause, Map<String, String> expect) {

  static Example of(RuleCase one) {
    Map<String, String> expect = words(one.expect());
    if (one.ruledOut()) {
      expect.put(one.causeId(), RuleCase.RULED_OUT);
    }
    return new Example(
        one.place() + ": " + one.name(),
        one.causeId(),
        Derivation.complete(one.given()),
        Optional.of(one.causeId()),
        expect);
  }

  /** Reports that say what they expect; others are passed over. */
  static List<Example> samples(List<String> inputs, Consumer<Problem> problems) {
    List<Example> samples = new ArrayList<>();
    new Inputs(report -> sample(report).ifPresent(samples::add), problems).read(inputs);
    return samples;
  }

  private static Optional<Example> sample(Report report) {
    return report
        .expect()
        .map(
            expect ->
                new Example(
                    report.file(),
                    report.file(),
                    Derivation.complete(report.facts()),
                    Optional.empty(),
                    words(expect)));
  }

  /** What a diagnosis from these firings says, in the words of {@link #expect}. */
  Map<String, String> found(List<Firing> firings, Doctor doctor) {
    Weighed weighed = Judge.weigh(facts, firings, doctor.catalogue());
    Map<String, String> found = new TreeMap<>();
    weighed.causes().forEach(cause -> found.put(cause.page().id(), cause.certainty().toString()));
    weighed.ruledOut().stream()
        .map((Excluded excluded) -> excluded.page().id())
        .filter(id -> ownCause.filter(id::equals).isPresent())
        .forEach(id -> found.put(id, RuleCase.RULED_OUT));
    return found;
  }

  private static Map<String, String> words(Map<String, ?> certainties) {
    Map<String, String> words = new TreeMap<>();
    certainties.forEach((id, certainty) -> words.put(id, certainty.toString()));
    return words;
  }
}
