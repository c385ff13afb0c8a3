package clbdoctor.fact;

/** A ping of a certain size that must not be fragmented. */
@ComputedFrom(Subject.PROBES)
public record PathProbe(int payloadBytes, boolean answered, Vantage from) implements Derived {

  @Override
  public String sentence() {
    return "ping with "
        + payloadBytes
        + " bytes, not to be fragmented, was "
        + (answered ? "" : "not ")
        + "answered";
  }
}
