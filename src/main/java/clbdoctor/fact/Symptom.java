package clbdoctor.fact;

/** How the check fails, or would fail, as a probe showed it. */
@ComputedFrom(Subject.PROBES)
public record Symptom(SymptomKind kind, Vantage from) implements Derived {

  /** Whether it was seen over the network, not from the server itself. */
  public boolean fromOutside() {
    return from == Vantage.CHECK_SOURCE || from == Vantage.PEER;
  }

  @Override
  public String sentence() {
    return "the check fails so: " + kind;
  }
}
