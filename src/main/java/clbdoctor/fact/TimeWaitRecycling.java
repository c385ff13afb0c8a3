package clbdoctor.fact;

/** Whether the kernel recycles connections in TIME-WAIT (net.ipv4.tcp_tw_recycle). */
@ComputedFrom(Subject.SYSCTLS)
public record TimeWaitRecycling(Recycling state) implements Derived {

  @Override
  public String sentence() {
    return switch (state) {
      case ON -> "the kernel recycles connections in TIME-WAIT";
      case OFF -> "the kernel does not recycle connections in TIME-WAIT";
      case OFFERED -> "the kernel is old enough to recycle connections in TIME-WAIT";
    };
  }
}
