package clbdoctor.fact;

/** How many requests the service admits from one address. */
public record RequestLimit(
    @About(value = "requests that it admits", example = "1000", min = 1) int requests,
    @About(value = "in so many seconds", example = "900", min = 1, max = 86400) int seconds)
    implements Observed {

  @Override
  public String sentence() {
    return "the service admits " + requests + " requests in " + seconds + " s from one address";
  }
}
