package clbdoctor.fact;

/** Whether the load balancer uses the binding of this server, by its settings or its own words. */
@ComputedFrom(Subject.TARGET_ASSOCIATION)
public record Association(boolean inUse, String words) implements Derived {

  @Override
  public String sentence() {
    return "the load balancer " + (inUse ? "uses" : "does not use") + " this binding" + words;
  }
}
