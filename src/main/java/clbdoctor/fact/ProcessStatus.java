package clbdoctor.fact;

import java.util.Optional;

/** A process of the server. */
public record ProcessStatus(
    @About(value = "program", example = "nginx") String name,
    @About(value = "process id", example = "812", min = 0) Optional<Integer> pid,
    @About(value = "RUNNING, SLEEPING, UNINTERRUPTIBLE, STOPPED or ZOMBIE", example = "SLEEPING")
        Optional<ProcessState> state,
    @About(value = "processor time in use, percent of one core", example = "3", min = 0)
        Optional<Integer> cpuPercent)
    implements Observed {
  @Override
  public String sentence() {
    return "process " + name + state.map(s -> " is " + s).orElse(" runs");
  }
}
