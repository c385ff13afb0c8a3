package clbdoctor.fact;

/** The kernel discards packets of the check source on the interface of the private address. */
@ComputedFrom(Subject.REVERSE_PATH)
public record ReversePathRefusal(IpAddress source, String device) implements Derived {

  @Override
  public String sentence() {
    return "the kernel refuses the check source " + source + " on " + device;
  }
}
