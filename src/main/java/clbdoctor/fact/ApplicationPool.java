package clbdoctor.fact;

/** An application pool of Internet Information Services. */
public record ApplicationPool(
    @About(value = "name", example = "DefaultAppPool") String name,
    @About(value = "STARTED, STARTING, STOPPED or STOPPING", example = "STARTED")
        ApplicationPoolState state)
    implements Observed {
  @Override
  public String sentence() {
    return "application pool " + name + " is " + state;
  }
}
