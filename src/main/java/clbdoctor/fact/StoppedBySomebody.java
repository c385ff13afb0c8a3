package clbdoctor.fact;

/**
 * The service is stopped, and not because it ended by itself. On Windows, whose service manager
 * calls both stopped, somebody must have read the event log.
 */
@ComputedFrom(Subject.SERVICE)
public record StoppedBySomebody(String service) implements Derived {

  @Override
  public String sentence() {
    return "the service " + service + " is stopped, and did not end by itself";
  }
}
