package clbdoctor.firewall.model;

/**
 * A limit on packets or connections, as the rule writes it.
 *
 * @param text for instance {@code limit rate 10/second burst 5 packets}
 * @param perSecond packets a second that it lets through for ever; 0 for a limit on a number
 * @param burst how many it lets through at once
 * @param over whether the rule applies to what exceeds the limit
 */
public record RateLimit(String text, double perSecond, long burst, boolean over) {

  /** Whether a prober that sends this many packets a second never exceeds the limit. */
  public boolean bears(double packetsPerSecond) {
    return perSecond > 0 && packetsPerSecond <= perSecond && burst > 0;
  }
}
