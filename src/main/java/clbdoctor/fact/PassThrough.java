package clbdoctor.fact;

/** The load balancer sends its packets to the server with the virtual address as destination. */
@ComputedFrom(Subject.LOAD_BALANCER)
public record PassThrough(IpAddress virtualAddress) implements Derived {

  @Override
  public String sentence() {
    return "the check is addressed to the virtual address " + virtualAddress;
  }
}
