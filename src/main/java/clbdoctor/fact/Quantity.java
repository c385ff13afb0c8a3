package clbdoctor.fact;

/** A measured quantity of the real server. */
public enum Quantity {
  /** Processor time in use, percent of all cores. */
  CPU_BUSY_PERCENT(Subject.LOAD),

  /** Load average over one minute, divided by the number of cores. */
  LOAD_PER_CORE(Subject.LOAD),

  /** Share of periods in which a control group was denied the processor. */
  CPU_THROTTLED_PERCENT(Subject.CONTROL_GROUPS),

  /** Available memory, percent. */
  MEMORY_AVAILABLE_PERCENT(Subject.MEMORY),

  /** Pages swapped in and out each second. */
  SWAP_PAGES_PER_SECOND(Subject.MEMORY),

  /** Processes the kernel killed for want of memory. */
  OUT_OF_MEMORY_KILLS(Subject.MEMORY),

  /** Processor time waiting for storage, percent. */
  IO_WAIT_PERCENT(Subject.DISK_ACTIVITY),

  /** Share of time the busiest device works, percent. */
  DISK_UTILIZATION_PERCENT(Subject.DISK_ACTIVITY);

  private final Subject subject;

  Quantity(Subject subject) {
    this.subject = subject;
  }

  /** The section of a fact file that holds it. */
  public Subject subject() {
    return subject;
  }
}
