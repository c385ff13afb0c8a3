package clbdoctor.fact;

/** How full the connection tracking table is (net.netfilter.nf_conntrack_count and _max). */
public record ConnectionTracking(
    @About(value = "connections it holds", example = "1200", min = 0) long count,
    @About(value = "connections it can hold", example = "262144", min = 1) long max)
    implements Observed {
  @Override
  public String sentence() {
    return "connection tracking holds " + count + " of " + max + " connections";
  }
}
