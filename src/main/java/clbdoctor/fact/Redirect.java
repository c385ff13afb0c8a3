package clbdoctor.fact;

/** A redirect in answer to the check's own request. */
@ComputedFrom(Subject.PROBES)
public record Redirect(RedirectKind kind, String location) implements Derived {

  @Override
  public String sentence() {
    return "the check's request is redirected to " + location;
  }
}
