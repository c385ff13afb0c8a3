package clbdoctor.fact;

/**
 * Every packet that the check sends passes the packet filters of the server.
 *
 * @param byConnection whether the check connects; else it follows from the listed rules of every
 *     packet filter
 * @param words what shows it
 */
@ComputedFrom({Subject.PROBES, Subject.FIREWALL_RULESETS})
public record FiltersPassed(boolean byConnection, String words) implements Derived {

  @Override
  public String sentence() {
    return words;
  }
}
