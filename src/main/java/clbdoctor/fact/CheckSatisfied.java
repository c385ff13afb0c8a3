package clbdoctor.fact;

/** Proof that the check itself gets from this server all it asks for. */
@ComputedFrom(Subject.PROBES)
public record CheckSatisfied(Step last) implements Derived {

  @Override
  public String sentence() {
    return "the check gets all it asks for: " + last;
  }
}
