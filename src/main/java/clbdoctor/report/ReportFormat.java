package clbdoctor.report;

import clbdoctor.diagnosis.Diagnosis;
import clbdoctor.diagnosis.Diagnosis.Verdict;
import clbdoctor.text.Problem;
import java.util.List;
import java.util.Optional;

/** A way to write many diagnoses one after the other, without keeping them. */
public interface ReportFormat {

  /**
   * The rules that answered.
   *
   * @param hash identity of the rule book
   * @param files how many rule files it has
   * @param overrides what a site lays over the shipped rules, a sentence each
   */
  record RuleSet(String hash, int files, List<String> overrides) {
    public RuleSet {
      overrides = List.copyOf(overrides);
    }

    /** The beginning of the hash, as people are shown it. */
    String shortHash() {
      return hash.substring(0, Math.min(12, hash.length()));
    }
  }

  /** What stands before the first diagnosis. */
  default String head() {
    return "";
  }

  /** One diagnosis; may be called by several threads at once. */
  String body(Diagnosis diagnosis);

  /** What is wrong with a report that could not be read; nothing where only good ones are shown. */
  default String refused(List<Problem> problems) {
    return "";
  }

  /**
   * What stands before one of these texts.
   *
   * @param number which of them it is, from 1
   */
  default String before(int number) {
    return "";
  }

  /** Whether the foot needs to know what was written. */
  default boolean keepsEntries() {
    return false;
  }

  /** A diagnosis that was written, in one line. */
  record Entry(int number, String report, Verdict verdict, Optional<String> cause) {
    public static Entry of(int number, Diagnosis diagnosis) {
      return new Entry(
          number,
          diagnosis.report(),
          diagnosis.verdict(),
          diagnosis.causes().stream().findFirst().map(cause -> cause.page().title()));
    }
  }

  /**
   * What stands behind the last.
   *
   * @param written what was written
   * @param complete whether every report was looked at
   */
  default String foot(List<Entry> written, boolean complete) {
    return "";
  }
}
