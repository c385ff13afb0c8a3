package clbdoctor.fact;

/** A block of addresses that the check comes from, as its settings show it. */
@ComputedFrom(Subject.HEALTH_CHECK)
public record CheckSource(IpNetwork block) implements Derived {
  private static final IpNetwork SHARED = IpNetwork.parse("100.64.0.0/10");

  /** Whether it lies in 100.64.0.0/10 (RFC 6598), which VPNs and pod networks use as well. */
  public boolean inSharedRange() {
    return SHARED.contains(block);
  }

  @Override
  public String sentence() {
    return "the check comes from " + block;
  }
}
