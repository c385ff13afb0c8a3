package clbdoctor.live;

import java.util.List;
import java.util.Optional;

/**
 * The process that listens on the checked port.
 *
 * @param pid its number
 * @param name its program
 * @param unit the systemd unit that it belongs to
 * @param runningSeconds since when it runs
 * @param limitFiles the files that show the limits of its control group
 * @param openFiles how many descriptors it has open
 * @param openFilesLimit how many it may open
 * @param logs the log files that it writes
 */
public record PortOwner(
    int pid,
    String name,
    Optional<String> unit,
    Optional<Integer> runningSeconds,
    List<String> limitFiles,
    Optional<Long> openFiles,
    Optional<Long> openFilesLimit,
    List<String> logs) {

  public PortOwner {
    limitFiles = List.copyOf(limitFiles);
    logs = List.copyOf(logs);
  }
}
