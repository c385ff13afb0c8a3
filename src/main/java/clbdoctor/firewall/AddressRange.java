package clbdoctor.firewall;

import clbdoctor.fact.IpAddress;

/** The addresses from {@code first} to {@code last}, both included. */
public record AddressRange(IpAddress first, IpAddress last) {

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + "-" + last;
  }
}
