package clbdoctor.fact;

/**
 * How many checks come in the time over which the service counts requests.
 *
 * @param aboveLimit whether these alone are more than it admits from one address
 */
@ComputedFrom({Subject.REQUEST_LIMIT, Subject.HEALTH_CHECK})
public record CheckRate(int checks, int seconds, boolean aboveLimit) implements Derived {

  @Override
  public String sentence() {
    return checks
        + " checks come in "
        + seconds
        + " s"
        + (aboveLimit ? ", more than the service admits from one address" : "");
  }
}
