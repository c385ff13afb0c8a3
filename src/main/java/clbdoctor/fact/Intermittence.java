package clbdoctor.fact;

/** The check passes at times and fails at times. */
@ComputedFrom({Subject.TARGET_STATE, Subject.PROBES, Subject.CAPTURE})
public record Intermittence(boolean shownByState) implements Derived {

  @Override
  public String sentence() {
    return shownByState
        ? "the state changes again and again"
        : "the check source connects at times and fails at times";
  }
}
