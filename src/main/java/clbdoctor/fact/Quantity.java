package clbdoctor.fact;

/** A measured quantity of the real server. */
public enum Quantity {
  /** Processor time in use, percent of all cores. */
  CPU_BUSY_PERCENT,

  /** Load average over one minute, divided by the number of cores. */
  LOAD_PER_CORE,

  /** Available memory, percent. */
  MEMORY_AVAILABLE_PERCENT,

  /** Pages swapped in and out each second. */
  SWAP_PAGES_PER_SECOND,

  /** Processes the kernel killed for want of memory. */
  OUT_OF_MEMORY_KILLS,

  /** Processor time waiting for storage, percent. */
  IO_WAIT_PERCENT,

  /** Share of time the busiest device works, percent. */
  DISK_UTILIZATION_PERCENT
}
