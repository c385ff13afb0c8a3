package clbdoctor.fact;

/**
 * The port on which a Kubernetes node tells whether it has pods of the service; a service has one
 * only when its traffic goes to pods on the same node.
 *
 * @param checked whether the health check aims at it
 */
@ComputedFrom(Subject.KUBERNETES_SERVICE)
public record NodeHealthPort(int port, boolean checked) implements Derived {

  @Override
  public String sentence() {
    return "the node tells its health on port "
        + port
        + (checked ? ", which the check asks" : ", which the check does not ask");
  }
}
