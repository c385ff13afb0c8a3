package clbdoctor.fact;

/**
 * The rules of the packet filter were listed, and do not tell what becomes of a packet that the
 * check sends.
 *
 * @param construct what leaves it open, such as {@code statistic}
 * @param rule where it stands; empty when it is no rule's
 * @param sourcePart the addresses of the check source for which it stays open; empty when for all
 */
@ComputedFrom(Subject.FIREWALL_RULESETS)
public record OpenVerdict(CheckPacket packet, String construct, String rule, String sourcePart)
    implements Derived {

  @Override
  public String sentence() {
    return "the listed rules leave open what becomes of the check's "
        + packet
        + (sourcePart.isEmpty() ? "" : " from " + sourcePart)
        + ": "
        + construct
        + (rule.isEmpty() ? "" : ", in " + rule);
  }
}
