package clbdoctor.firewall;

import java.util.Collection;

/**
 * Bounds the work on one verdict. Rules that mark packets can divide a check into more cases than
 * anybody can follow; the verdict then stays open instead of taking for ever.
 */
final class Effort {
  static final String SPENT = "more cases than can be followed";

  /** Flows that may be on the way at the same time. */
  private static final int WIDEST = 1 << 14;

  /** Flows times rules; some seconds. */
  private static final long MOST = 20_000_000;

  private long spent;

  /** Whether these flows can be followed through one more rule. */
  boolean allows(Collection<Flow> flows) {
    spent += flows.size();
    return spent <= MOST && flows.size() <= WIDEST;
  }
}
