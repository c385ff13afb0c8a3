package clbdoctor.fact;

import java.util.Optional;

/** Waiting for storage, measured while the check fails. */
public record DiskActivity(
    @About(
            value = "processor time spent waiting for storage, in percent (vmstat wa)",
            example = "1",
            min = 0,
            max = 100)
        Optional<Integer> ioWaitPercent,
    @About(
            value = "share of time the busiest device works (iostat %util)",
            example = "5",
            min = 0,
            max = 100)
        Optional<Integer> utilizationPercent)
    implements Observed {

  @Override
  public String sentence() {
    return "waiting for storage was looked at";
  }
}
