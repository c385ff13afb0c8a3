package clbdoctor.fact;

/** Something for want of which a program ends or does not start. */
@ComputedFrom(Subject.LOGS)
public record ReasonToEnd(String what) implements Derived {

  @Override
  public String sentence() {
    return "a program may have ended because " + what;
  }
}
