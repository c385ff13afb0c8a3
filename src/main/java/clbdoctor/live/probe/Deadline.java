package clbdoctor.live.probe;

import java.net.SocketTimeoutException;

/** The end of the time that a probe has. */
final class Deadline {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final long began = System.nanoTime();
  private final int waitMillis;

  Deadline(int waitMillis) {
    this.waitMillis = waitMillis;
  }

  int elapsedMillis() {
    return (int) ((System.nanoTime() - began) / NANOS_PER_MILLI);
  }

  /** At least one millisecond, for 0 would mean for ever. */
  int leftMillis() throws SocketTimeoutException {
    int left = waitMillis - elapsedMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("the probe's time is over");
    }
    return left;
  }
}
