package clbdoctor.cli;

import clbdoctor.diagnosis.Diagnosis.Verdict;

/** What the program's exit code says; the same for every output format. */
final class Exit {
  static final int NOTHING_WRONG = 0;
  static final int CAUSE_FOUND = 1;
  static final int USAGE = 2;
  static final int BAD_INPUT = 3;
  static final int INCONCLUSIVE = 4;
  static final int COLLECTION_FAILED = 5;
  static final int INTERNAL_ERROR = 70;
  static final int INTERRUPTED = 130;

  private Exit() {}

  static int of(Verdict verdict) {
    return switch (verdict) {
      case NOTHING_WRONG -> NOTHING_WRONG;
      case CAUSE_FOUND -> CAUSE_FOUND;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }

  /**
   * Of several reports the gravest word counts: bad input, then a cause, then inconclusive, then
   * nothing wrong.
   */
  static int gravest(int one, int other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(int code) {
    return switch (code) {
      case NOTHING_WRONG -> 0;
      case INCONCLUSIVE -> 1;
      case CAUSE_FOUND -> 2;
      case BAD_INPUT -> 3;
      default -> 4;
    };
  }
}
