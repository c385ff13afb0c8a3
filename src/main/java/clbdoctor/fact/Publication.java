package clbdoctor.fact;

/**
 * A container engine forwards the checked port into a container.
 *
 * @param reachable whether it does so for packets to the private address
 * @param dead whether nothing in the container can take them: it does not run, or no program
 *     listens at its address and port
 */
@ComputedFrom(Subject.CONTAINERS)
public record Publication(String container, int containerPort, boolean reachable, boolean dead)
    implements Derived {

  @Override
  public String sentence() {
    return "the checked port is forwarded to port "
        + containerPort
        + " of container "
        + container
        + (dead ? ", where nothing can take it" : "");
  }
}
