package clbdoctor.fact;

/** The TCP wrappers turn the check source away, if the program asks them. */
@ComputedFrom(Subject.TCP_WRAPPERS)
public record WrapperDenial(String daemons, String clients) implements Derived {

  @Override
  public String sentence() {
    return "/etc/hosts.deny turns the check source away: " + daemons + ": " + clients;
  }
}
