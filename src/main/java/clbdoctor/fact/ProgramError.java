package clbdoctor.fact;

/** A log line in which the program reports an error in its own code or configuration. */
@ComputedFrom(Subject.LOGS)
public record ProgramError(String text) implements Derived {

  @Override
  public String sentence() {
    return "the program fails on its own: " + text;
  }
}
