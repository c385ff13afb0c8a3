package clbdoctor.fact;

/**
 * The port on which a Kubernetes node tells whether it has pods, where traffic stays on the node.
 */
@ComputedFrom(Subject.KUBERNETES_SERVICE)
public record NodeHealthPort(int port, boolean checked) implements Derived {

  @Override
  public String sentence() {
    return "the node tells its health on port "
        + port
        + (checked ? "" : ", where the check does not ask");
  }
}
