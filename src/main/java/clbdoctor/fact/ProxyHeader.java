package clbdoctor.fact;

/** Whether the load balancer sends a PROXY protocol header, and whether the server expects one. */
@ComputedFrom({Subject.HEALTH_CHECK, Subject.SERVICE})
public record ProxyHeader(boolean sent, boolean expected) implements Derived {

  /** Whether both agree. */
  public boolean agreed() {
    return sent == expected;
  }

  @Override
  public String sentence() {
    return "the check sends "
        + (sent ? "a" : "no")
        + " PROXY protocol header, the service expects "
        + (expected ? "one" : "none");
  }
}
