package clbdoctor.fact;

import java.util.Optional;

/** How full a file system is. */
public record FileSystem(
    @About(value = "mount point or drive", example = "/var") String mountPoint,
    @About(value = "space in use, percent (df)", example = "42", min = 0, max = 100)
        Optional<Integer> usedPercent,
    @About(value = "inodes in use, percent (df -i)", example = "7", min = 0, max = 100)
        Optional<Integer> inodesUsedPercent)
    implements Observed {

  /** Whether nothing can be written to it. */
  public boolean full() {
    return usedPercent.orElse(0) >= 100 || inodesUsedPercent.orElse(0) >= 100;
  }

  @Override
  public String sentence() {
    return "file system "
        + mountPoint
        + " is full to "
        + usedPercent.map(u -> u + " %").orElse("? %")
        + inodesUsedPercent.map(u -> ", inodes to " + u + " %").orElse("");
  }
}
