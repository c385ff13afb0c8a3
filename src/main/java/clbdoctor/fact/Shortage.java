package clbdoctor.fact;

/** Something of which nothing is left, as a log or the figures themselves tell. */
@ComputedFrom(Subject.LOGS)
public record Shortage(Scarce of) implements Derived {

  @Override
  public String sentence() {
    return "there is no more of " + of;
  }
}
