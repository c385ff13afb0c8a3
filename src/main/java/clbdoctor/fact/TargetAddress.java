package clbdoctor.fact;

/** The address the load balancer forwards to beside the one the instance has now. */
@ComputedFrom(Subject.INSTANCE)
public record TargetAddress(IpAddress bound, IpAddress actual) implements Derived {

  public boolean same() {
    return bound.equals(actual);
  }

  @Override
  public String sentence() {
    return "the binding names " + bound + ", the instance has " + actual;
  }
}
