package clbdoctor.fact;

/** State of an entry of the neighbour (ARP, NDP) table, as ip-neighbour(8) names it. */
public enum NeighbourState {
  /** Confirmed. */
  REACHABLE,
  /** Confirmed some time ago; checked when next used. */
  STALE,
  /** Check due. */
  DELAY,
  /** Being checked. */
  PROBE,
  /** Being resolved, no answer yet. */
  INCOMPLETE,
  /** No answer. */
  FAILED,
  /** Set by hand. */
  PERMANENT,
  /** Needs no resolution. */
  NOARP
}
