package clbdoctor.fact;

/** A parameter that the load balancer does not allow, or not in this combination. */
@ComputedFrom(Subject.HEALTH_CHECK)
public record ParameterOutOfRange(CheckParameter parameter, String value, String allowed)
    implements Derived {

  @Override
  public String sentence() {
    return parameter + " is " + value + ", allowed is " + allowed;
  }
}
