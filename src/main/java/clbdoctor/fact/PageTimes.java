package clbdoctor.fact;

/**
 * How long the page of the check takes, beside another page of the same server.
 *
 * @param otherStatic whether the other page is a plain file, as far as its name tells
 */
@ComputedFrom(Subject.PROBES)
public record PageTimes(int checkMillis, int otherMillis, int timeoutMillis, boolean otherStatic)
    implements Derived {

  /** Whether the page of the check comes too late. */
  public boolean checkLate() {
    return checkMillis > timeoutMillis;
  }

  /** Whether the other page would come too late as well. */
  public boolean otherLate() {
    return otherMillis > timeoutMillis;
  }

  @Override
  public String sentence() {
    return "the page of the check takes "
        + checkMillis
        + " ms, another "
        + (otherStatic ? "static page " : "page ")
        + otherMillis
        + " ms";
  }
}
