package clbdoctor.fact;

/** The service answers where the network in front of the server is not in the way. */
@ComputedFrom({Subject.PROBES, Subject.KUBERNETES_SERVICE})
public record WorksInside(String where) implements Derived {

  @Override
  public String sentence() {
    return "the service answers " + where;
  }
}
