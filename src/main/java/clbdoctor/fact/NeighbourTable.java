package clbdoctor.fact;

/** How full the neighbour (ARP) table is. */
public record NeighbourTable(
    @About(value = "entries", example = "12", min = 0) int entries,
    @About(value = "gc_thresh3", example = "1024", min = 1) int limit)
    implements Observed {
  /** Whether there is hardly room for another entry. */
  public boolean nearlyFull() {
    return entries * 10L >= limit * 9L;
  }

  @Override
  public String sentence() {
    return "the neighbour table holds " + entries + " of " + limit + " entries";
  }
}
