package clbdoctor.fact;

/** Whether the server can take packets for its private address. */
@ComputedFrom(Subject.INTERFACES)
public record AddressPresence(IpAddress address, Presence presence) implements Derived {

  @Override
  public String sentence() {
    return "the private address " + address + " is " + presence;
  }
}
