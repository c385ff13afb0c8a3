package clbdoctor.fact;

/** What becomes of the load balancer's default allow for the server's security group. */
@ComputedFrom(Subject.LOAD_BALANCER)
public record DefaultAllow(DefaultAllowEffect effect) implements Derived {

  @Override
  public String sentence() {
    return "default allow is " + effect;
  }
}
