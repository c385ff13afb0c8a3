package clbdoctor.fact;

/** Whether the load balancer's virtual address is an address of the server, too. */
@ComputedFrom(Subject.ROUTES)
public record VirtualAddressHeld(IpAddress address, boolean held) implements Derived {

  @Override
  public String sentence() {
    return "the virtual address "
        + address
        + " is "
        + (held ? "" : "not ")
        + "an address of the server";
  }
}
