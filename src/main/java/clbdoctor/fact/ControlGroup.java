package clbdoctor.fact;

import java.util.Optional;

/** Limits of a control group (cgroup) and what it uses. */
public record ControlGroup(
    @About(value = "control group, unit or container", example = "nginx.service")
        Optional<String> name,
    @About(value = "processes and threads in it (pids.current)", example = "40", min = 0)
        Optional<Integer> processes,
    @About(value = "most it may hold (pids.max)", example = "512", min = 0)
        Optional<Integer> processLimit,
    @About(
            value =
                "share of periods in which it was denied the processor (cpu.stat nr_throttled of nr_periods)",
            example = "0",
            min = 0,
            max = 100)
        Optional<Integer> throttledPercent)
    implements Observed {

  /** Whether no further process or thread may be started in it. */
  public boolean processesUsedUp() {
    return processes.isPresent() && processLimit.map(most -> processes.get() >= most).orElse(false);
  }

  @Override
  public String sentence() {
    return "control group " + name.orElse("") + " was looked at";
  }
}
