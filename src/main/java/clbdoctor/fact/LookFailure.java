package clbdoctor.fact;

/** Why a look at the server showed nothing, or not all. */
public enum LookFailure {
  /** There is no such program. */
  NOT_INSTALLED("not installed"),

  /** It needs a right that the collector did not have, mostly that of root. */
  NOT_PERMITTED("not permitted without root"),

  /** It was stopped when its time was over. */
  TIMED_OUT("stopped when its time was over"),

  /** It ended with an error. */
  FAILED("ended with an error"),

  /** Somebody interrupted the collection. */
  INTERRUPTED("interrupted");

  private final String phrase;

  LookFailure(String phrase) {
    this.phrase = phrase;
  }

  /** The reason behind a command: {@code nft list ruleset: not permitted without root}. */
  public String phrase() {
    return phrase;
  }
}
