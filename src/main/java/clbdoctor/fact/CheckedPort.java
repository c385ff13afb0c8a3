package clbdoctor.fact;

/** The port that the health check aims at. */
@ComputedFrom(Subject.BACK_END)
public record CheckedPort(int port, boolean overridden) implements Derived {

  @Override
  public String sentence() {
    return "the check aims at port "
        + port
        + (overridden ? ", set apart from the back-end port" : "");
  }
}
