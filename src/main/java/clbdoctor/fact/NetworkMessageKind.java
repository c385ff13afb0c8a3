package clbdoctor.fact;

/** What a line of a log says about the network stack. */
public enum NetworkMessageKind {
  /** The neighbour (ARP) table is full. */
  NEIGHBOUR_TABLE_OVERFLOW,
  /** A program could not connect: no local port was free. */
  NO_FREE_PORT
}
