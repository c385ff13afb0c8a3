package clbdoctor.fact;

import java.util.Locale;

/** A part of the check's request that tests showed to be without influence on the status. */
@ComputedFrom(Subject.PROBES)
public record Cleared(RequestPart part) implements Derived {

  @Override
  public String sentence() {
    return "the " + part.name().toLowerCase(Locale.ROOT) + " of the request makes no difference";
  }
}
