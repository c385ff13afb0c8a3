package clbdoctor.fact;

import java.util.Optional;

/** Memory and swapping, measured while the check fails. */
public record Memory(
    @About(value = "available memory in percent", example = "40", min = 0, max = 100)
        Optional<Integer> availablePercent,
    @About(value = "pages swapped in and out each second (vmstat si + so)", example = "0", min = 0)
        Optional<Integer> swapPagesPerSecond,
    @About(value = "processes killed by the kernel for want of memory", example = "0", min = 0)
        Optional<Integer> outOfMemoryKills,
    @About(
            value = "heap of the program's runtime in use, in percent of its limit",
            example = "60",
            min = 0,
            max = 100)
        Optional<Integer> heapUsedPercent,
    @About(
            value = "true when the heap in use climbs for hours and never falls back",
            example = "false")
        Optional<Boolean> heapClimbs)
    implements Observed {

  /** Memory of the server, without a look at the program's heap. */
  public Memory(
      Optional<Integer> availablePercent,
      Optional<Integer> swapPagesPerSecond,
      Optional<Integer> outOfMemoryKills) {
    this(
        availablePercent, swapPagesPerSecond, outOfMemoryKills, Optional.empty(), Optional.empty());
  }

  /** Whether the heap is short, so that the runtime collects garbage again and again. */
  public boolean heapShort() {
    return heapClimbs.orElse(false) || heapUsedPercent.map(used -> used >= 90).orElse(false);
  }

  @Override
  public String sentence() {
    return "memory was looked at";
  }
}
