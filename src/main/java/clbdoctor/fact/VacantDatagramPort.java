package clbdoctor.fact;

/**
 * The listening sockets are known, none is on the checked UDP port, and no container is known to
 * have it.
 *
 * @param containersKnown whether somebody looked for published ports
 */
@ComputedFrom(Subject.SOCKETS)
public record VacantDatagramPort(int port, boolean containersKnown) implements Derived {

  @Override
  public String sentence() {
    return "no program listens on UDP port " + port;
  }
}
