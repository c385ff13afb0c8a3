package clbdoctor.fact;

/** How long the answer to ping took against the timeout of a check that pings. */
@ComputedFrom(Subject.PROBES)
public record EchoTime(int latencyMillis, int timeoutMillis, Vantage from) implements Derived {

  /** Whether the answer comes too late for the check. */
  public boolean late() {
    return latencyMillis > timeoutMillis;
  }

  /** Whether the answer is so close to the timeout that ordinary variation crosses it. */
  public boolean close() {
    return !late() && latencyMillis * 10L >= timeoutMillis * 7L;
  }

  @Override
  public String sentence() {
    return "ping took " + latencyMillis + " ms, the check waits " + timeoutMillis + " ms";
  }
}
