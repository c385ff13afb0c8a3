package clbdoctor.fact;

import java.util.Optional;

/** Memory and swapping, measured while the check fails. */
public record Memory(
    @About(value = "available memory in percent", example = "40", min = 0, max = 100)
        Optional<Integer> availablePercent,
    @About(value = "pages swapped in and out each second (vmstat si + so)", example = "0", min = 0)
        Optional<Integer> swapPagesPerSecond,
    @About(value = "processes killed by the kernel for want of memory", example = "0", min = 0)
        Optional<Integer> outOfMemoryKills)
    implements Observed {

  @Override
  public String sentence() {
    return "memory was looked at";
  }
}
