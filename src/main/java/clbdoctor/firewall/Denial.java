package clbdoctor.firewall;

import clbdoctor.firewall.model.Refusal;

/**
 * A denied packet.
 *
 * @param port the service's port as the packet has it at that point, which translation may have
 *     changed; 0 where it has none
 * @param refusal how the rule has its sender told
 * @param silenced whether that answer is denied in turn on its way out
 */
public record Denial(RuleReference rule, Leg leg, int port, Refusal refusal, boolean silenced) {

  /** What the prober sees: nothing of the refusal that the host's own reply meets. */
  public Refusal seen() {
    return leg.ofReply() || silenced ? Refusal.SILENCE : refusal;
  }

  /** Whether the check's first packet is answered all the same. */
  public boolean afterAnswer() {
    return leg == Leg.SECOND || leg == Leg.SECOND_REPLY;
  }

  Denial quiet() {
    return new Denial(rule, leg, port, refusal, true);
  }
}
