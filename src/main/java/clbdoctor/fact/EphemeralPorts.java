package clbdoctor.fact;

/** How much of the range of local ports is taken by connections of the server. */
@ComputedFrom({Subject.CONNECTION_COUNTS, Subject.SYSCTLS})
public record EphemeralPorts(int usedPercent) implements Derived {

  @Override
  public String sentence() {
    return "connections take " + usedPercent + " % of the local ports";
  }
}
