package clbdoctor.firewall;

import clbdoctor.firewall.model.RateLimit;
import java.util.List;

/**
 * What happens to the packets of a check.
 *
 * @param parts the check's sources, divided by what happens to them
 * @param blockers every rule and policy in the way, in the packet's order
 */
public record FirewallVerdict(Kind kind, List<Part> parts, List<Blocker> blockers) {

  /** The verdict in one word. */
  public enum Kind {
    ALLOWED,
    /** Allowed for a part of the sources, denied for the others. */
    PARTLY,
    DENIED,
    /** Allowed or denied depending on how many packets or connections there are. */
    LIMITED,
    UNDECIDABLE
  }

  /**
   * What happens to some of the sources.
   *
   * @param kind any but {@link Kind#PARTLY}
   * @param denials what denies it, or may; several that the prober sees differently when the order
   *     of two base chains is not known
   * @param accepting the rules and policies that accept it
   * @param limits the limits that it depends on, when {@link Kind#LIMITED}
   * @param doubts what leaves it open, when {@link Kind#UNDECIDABLE}
   */
  public record Part(
      List<AddressRange> sources,
      Kind kind,
      List<Denial> denials,
      List<RuleReference> accepting,
      List<RateLimit> limits,
      List<Doubt> doubts) {}
}
