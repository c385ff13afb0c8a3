package clbdoctor.firewall;

import clbdoctor.firewall.model.Refusal;

/**
 * A denied packet.
 *
 * @param refusal how its sender is told
 */
public record Denial(RuleReference rule, Leg leg, Refusal refusal) {

  /** What the prober sees: nothing of the refusal that the host's own reply meets. */
  public Refusal seen() {
    return leg == Leg.REPLY ? Refusal.SILENCE : refusal;
  }

  /** Whether the check's first packet is answered all the same. */
  public boolean afterAnswer() {
    return leg == Leg.SECOND;
  }
}
