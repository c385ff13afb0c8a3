package clbdoctor.fact;

/**
 * What came back to a test of the checked port that the server sent to its own loopback address.
 */
@ComputedFrom(Subject.PROBES)
public record LoopbackTest(ProbeOutcome outcome, boolean connected) implements Derived {

  public boolean refused() {
    return outcome == ProbeOutcome.REFUSED;
  }

  public boolean timedOut() {
    return outcome == ProbeOutcome.TIMED_OUT;
  }

  @Override
  public String sentence() {
    return "the server's own test of the loopback address is " + outcome;
  }
}
