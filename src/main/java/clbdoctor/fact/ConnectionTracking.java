package clbdoctor.fact;

/** How full the connection tracking table is (net.netfilter.nf_conntrack_count and _max). */
public record ConnectionTracking(
    @About(value = "connections it holds", example = "1200", min = 0) long count,
    @About(value = "connections it can hold", example = "262144", min = 1) long max)
    implements Observed {

  /** Whether not even a twentieth of it is free. */
  public boolean full() {
    return count >= max - max / 20;
  }

  /** Whether more than a fifth of it is free. */
  public boolean roomy() {
    return count < max - max / 5;
  }

  @Override
  public String sentence() {
    return "connection tracking holds " + count + " of " + max + " connections";
  }
}
