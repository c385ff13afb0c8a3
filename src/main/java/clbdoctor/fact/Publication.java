package clbdoctor.fact;

/**
 * A container engine forwards the checked port into a container.
 *
 * @param reachable whether it does so for packets to the private address
 */
@ComputedFrom(Subject.CONTAINERS)
public record Publication(String container, int containerPort, boolean reachable)
    implements Derived {

  @Override
  public String sentence() {
    return "the checked port is forwarded to port " + containerPort + " of container " + container;
  }
}
