package clbdoctor.fact;

/** Proof that the check, or a probe that stands for it, gets this far. */
@ComputedFrom(Subject.PROBES)
public record StepPassed(Step step, Vantage from) implements Derived {

  @Override
  public String sentence() {
    return step.phrase() + ", " + from.phrase();
  }
}
