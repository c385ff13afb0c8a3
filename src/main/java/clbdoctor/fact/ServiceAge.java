package clbdoctor.fact;

/** How long the running service has been up. */
@ComputedFrom(Subject.SERVICE)
public record ServiceAge(int seconds) implements Derived {

  /** Whether many programs are still warming up at this age. */
  public boolean young() {
    return seconds < 120;
  }

  @Override
  public String sentence() {
    return "the service was started " + seconds + " s ago";
  }
}
