package clbdoctor.fact;

/** Whether the kernel is told to leave every ping to the private address without an answer. */
@ComputedFrom(Subject.SYSCTLS)
public record EchoSwitch(boolean ignored) implements Derived {

  @Override
  public String sentence() {
    return "the kernel " + (ignored ? "ignores" : "does not ignore") + " ping";
  }
}
