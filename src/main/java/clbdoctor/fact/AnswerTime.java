package clbdoctor.fact;

/** How long an answer took against the timeout of the check. */
@ComputedFrom(Subject.PROBES)
public record AnswerTime(int latencyMillis, int timeoutMillis, boolean checkPath, Vantage from)
    implements Derived {

  /** Whether the answer comes too late for the check. */
  public boolean late() {
    return latencyMillis > timeoutMillis;
  }

  /** Whether no reasonable timeout would wait for the answer. */
  public boolean farTooLate() {
    return latencyMillis >= timeoutMillis * 2L;
  }

  /** Whether the answer is so close to the timeout that ordinary variation crosses it. */
  public boolean close() {
    return !late() && latencyMillis * 10L >= timeoutMillis * 7L;
  }

  /**
   * Whether the answer comes so soon after the timeout that ordinary variation brings it before.
   */
  public boolean justLate() {
    return late() && latencyMillis * 2L <= timeoutMillis * 3L;
  }

  @Override
  public String sentence() {
    return "the answer took " + latencyMillis + " ms, the check waits " + timeoutMillis + " ms";
  }
}
