package clbdoctor.fact;

/** What the load balancer speaks to the server when it forwards a request. */
@ComputedFrom(Subject.LISTENER)
public record ForwardedAs(BackEndProtocol protocol) implements Derived {

  @Override
  public String sentence() {
    return "requests are forwarded as " + protocol;
  }
}
