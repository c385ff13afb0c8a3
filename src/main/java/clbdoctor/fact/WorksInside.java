package clbdoctor.fact;

/**
 * The service answers where the network in front of the server is not in the way.
 *
 * @param tested whether somebody tried it; else it runs, a check by connection asks for no more,
 *     and nobody listed the sockets
 */
@ComputedFrom({Subject.PROBES, Subject.KUBERNETES_SERVICE, Subject.SERVICE})
public record WorksInside(String where, boolean tested) implements Derived {

  @Override
  public String sentence() {
    return "the service " + (tested ? "answers " : "") + where;
  }
}
