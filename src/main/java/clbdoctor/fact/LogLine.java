package clbdoctor.fact;

import java.util.Optional;

/** A line of a log, from the time when the check failed. */
public record LogLine(
    @About(value = "ACCESS, ERROR, KERNEL or SYSTEM", example = "ACCESS") LogKind log,
    @About(value = "the line", example = "100.64.3.7 - - \"GET / HTTP/1.1\" 404 clb-healthcheck")
        String text,
    @About(value = "HTTP status in an access log line", example = "404", min = 100, max = 999)
        Optional<Integer> status,
    @About(value = "true when the line was written for the health check", example = "true")
        Optional<Boolean> ofCheck)
    implements Observed {

  /** Whether the client went away before the answer was ready, for which nginx writes 499. */
  public boolean clientGaveUp() {
    return status.equals(Optional.of(499));
  }

  /** Whether the line is known to be the trace of a health check. */
  public boolean writtenForCheck() {
    return ofCheck.orElse(false);
  }

  /** Whether the kernel says that it dropped packets because connection tracking was full. */
  public boolean connectionTrackingFull() {
    return text.contains("conntrack: table full");
  }

  /** Whether it says that the system refused the program an access (EACCES). */
  public boolean permissionDenied() {
    return text.contains("ermission denied");
  }

  @Override
  public String sentence() {
    return "the " + log + " log says: " + text;
  }
}
