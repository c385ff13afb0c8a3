package clbdoctor.fact;

/**
 * The service did not end because somebody stopped it. The service manager of Windows knows no
 * failed state; there the event log tells.
 */
@ComputedFrom(Subject.SERVICE)
public record EndedByItself(String service) implements Derived {

  @Override
  public String sentence() {
    return "the service " + service + " ended by itself";
  }
}
