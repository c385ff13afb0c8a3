package clbdoctor.fact;

import java.util.Optional;

/** Open file descriptors against their limit, of one process or of the whole system. */
public record FileDescriptors(
    @About(value = "program; left out for the whole system", example = "nginx")
        Optional<String> process,
    @About(value = "process id", example = "812", min = 0) Optional<Integer> pid,
    @About(value = "open descriptors (ls /proc/PID/fd, file-nr)", example = "310", min = 0)
        long open,
    @About(value = "most it may open (Max open files)", example = "1024", min = 0) long limit)
    implements Observed {

  /** Whether hardly one is left: ordinary variation takes the rest. */
  public boolean usedUp() {
    return limit > 0 && open * 100 >= limit * 98;
  }

  @Override
  public String sentence() {
    return process.orElse("the system")
        + " has "
        + open
        + " of "
        + limit
        + " file descriptors open";
  }
}
