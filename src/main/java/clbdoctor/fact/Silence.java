package clbdoctor.fact;

/** How long a probe waited in vain for a byte on a connection that had come about. */
@ComputedFrom(Subject.PROBES)
public record Silence(int waitedMillis, Vantage from) implements Derived {

  /** Whether nobody would call this a slow answer any more. */
  public boolean lasting() {
    return waitedMillis >= 30_000;
  }

  @Override
  public String sentence() {
    return "no byte came in " + waitedMillis + " ms";
  }
}
