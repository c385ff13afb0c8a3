package clbdoctor.fact;

/** A reason code of the load balancer that names a cause by itself. */
@ComputedFrom(Subject.TARGET_STATE)
public record ReasonGiven(Reason reason, String code) implements Derived {

  @Override
  public String sentence() {
    return "the load balancer gives the reason " + code;
  }
}
