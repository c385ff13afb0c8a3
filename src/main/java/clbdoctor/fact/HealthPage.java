package clbdoctor.fact;

/** The page that the program offers for health checks, and whether the check asks for it. */
@ComputedFrom(Subject.SERVICE)
public record HealthPage(String path, boolean checked) implements Derived {

  @Override
  public String sentence() {
    return "the program offers "
        + path
        + " for health checks"
        + (checked ? "" : ", and the check asks for another path");
  }
}
