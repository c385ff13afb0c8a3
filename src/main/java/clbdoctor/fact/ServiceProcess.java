package clbdoctor.fact;

/** A process of the service, in a known state. */
@ComputedFrom(Subject.PROCESSES)
public record ServiceProcess(String name, ProcessState state) implements Derived {

  @Override
  public String sentence() {
    return "the service's process " + name + " is " + state;
  }
}
