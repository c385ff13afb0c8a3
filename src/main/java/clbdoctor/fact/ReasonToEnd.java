package clbdoctor.fact;

/**
 * Something because of which a program ends or does not start.
 *
 * @param certain false when something killed it, and nobody knows what
 */
@ComputedFrom(Subject.LOGS)
public record ReasonToEnd(String what, boolean certain) implements Derived {

  @Override
  public String sentence() {
    return "a program may have ended because " + what;
  }
}
