package clbdoctor.fact;

/** File descriptors the service has open, in percent of what it may. */
@ComputedFrom(Subject.FILE_DESCRIPTORS)
public record ServiceDescriptors(int usedPercent) implements Derived {

  @Override
  public String sentence() {
    return "the service uses " + usedPercent + " % of its file descriptors";
  }
}
