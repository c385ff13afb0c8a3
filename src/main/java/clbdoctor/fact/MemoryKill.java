package clbdoctor.fact;

/** The kernel killed a process of the service for want of memory. */
@ComputedFrom(Subject.LOGS)
public record MemoryKill(String process) implements Derived {

  @Override
  public String sentence() {
    return "the kernel killed " + process + ", the service, for want of memory";
  }
}
