package clbdoctor.fact;

import java.util.Optional;

/** How busy the processors are, measured while the check fails. */
public record Load(
    @About(
            value = "processor time in use, in percent of all cores",
            example = "35",
            min = 0,
            max = 100)
        Optional<Integer> cpuBusyPercent,
    @About(value = "load average over one minute", example = "0.8", min = 0)
        Optional<Double> loadAverage,
    @About(value = "number of processor cores", example = "4", min = 1, max = 4096)
        Optional<Integer> cores)
    implements Observed {

  @Override
  public String sentence() {
    return "the processors were looked at";
  }
}
