package clbdoctor.fact;

/** Whether the kernel recycles connections in TIME-WAIT (net.ipv4.tcp_tw_recycle). */
@ComputedFrom(Subject.SYSCTLS)
public record TimeWaitRecycling(boolean on) implements Derived {

  @Override
  public String sentence() {
    return "the kernel " + (on ? "recycles" : "does not recycle") + " connections in TIME-WAIT";
  }
}
