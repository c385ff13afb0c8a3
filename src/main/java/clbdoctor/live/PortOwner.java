package clbdoctor.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The process that listens on the checked port.
 *
 * @param pid its number
 * @param name its program
 * @param unit the systemd unit that it belongs to
 * @param controlGroup its control group, below the mount point
 * @param openFiles how many descriptors it has open
 * @param openFilesLimit how many it may open
 * @param logs the log files that it writes
 */
public record PortOwner(
    int pid,
    String name,
    Optional<String> unit,
    Optional<String> controlGroup,
    Optional<Long> openFiles,
    Optional<Long> openFilesLimit,
    List<Path> logs) {

  public PortOwner {
    logs = List.copyOf(logs);
  }
}
