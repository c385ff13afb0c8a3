package clbdoctor.fact;

import java.util.Optional;

/** Share of time in which tasks wait for a resource (/proc/pressure). */
public record PressureStall(
    @About(value = "CPU, MEMORY or IO", example = "CPU") StalledResource resource,
    @About(
            value = "time in which at least one task waits, percent, average over 10 s",
            example = "2",
            min = 0,
            max = 100)
        int somePercent,
    @About(
            value = "time in which all tasks wait, percent, average over 10 s",
            example = "0",
            min = 0,
            max = 100)
        Optional<Integer> fullPercent)
    implements Observed {
  @Override
  public String sentence() {
    return "tasks wait for " + resource + " " + somePercent + " % of the time";
  }
}
