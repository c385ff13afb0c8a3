package clbdoctor.fact;

/** A packet filter rule of a VPN that blocks what comes from its range by another interface. */
@ComputedFrom(Subject.FIREWALL)
public record VpnFilter(String rule) implements Derived {

  @Override
  public String sentence() {
    return "a VPN's filter blocks the check: " + rule;
  }
}
