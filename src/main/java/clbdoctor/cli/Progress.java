package clbdoctor.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long work got: a bar with count and remaining time, on standard error, and only where a
 * person sees it. Nothing appears during the first second, and nothing of it stays.
 */
final class Progress {
  private static final long MILLIS_BEFORE = 1_000;
  private static final long MILLIS_BETWEEN = 100;
  private static final int CELLS = 24;

  /** Before it is done the time that is left is a guess. */
  private static final double TELLING_PART = 0.02;

  private static final String ERASE_LINE = "\r\033[K";

  private final PrintStream err;
  private final LongSupplier clock;
  private final String things;
  private final long start;
  private long drawn;
  private boolean visible;
  private boolean totalKnown = true;
  private long total;
  private long position;
  private long count;

  /**
   * A bar.
   *
   * @param things what is counted, in the plural
   * @param err null for a bar that nobody sees
   * @param clock milliseconds
   */
  Progress(String things, PrintStream err, LongSupplier clock) {
    this.things = things;
    this.err = err;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  /** A bar where a person watches standard error; else none. */
  static Progress of(String things) {
    return Terminal.errors() ? new Progress(things, System.err, System::currentTimeMillis) : none();
  }

  static Progress none() {
    return new Progress("", null, () -> 0);
  }

  /** Adds to what there is to do, in the unit of {@link #advance}. */
  void expect(long more) {
    total += more;
  }

  /** Nobody knows how much there is to do. */
  void unknownTotal() {
    totalKnown = false;
  }

  void advance(long further) {
    position += further;
  }

  /** One more thing is done. */
  void done() {
    reached(count + 1);
  }

  /** So many things are done. */
  void reached(long things) {
    count = things;
    draw();
  }

  /** Whether anybody watches. */
  boolean seen() {
    return err != null;
  }

  /** Prints something else, with the bar out of its way. */
  void aside(Runnable printing) {
    erase();
    printing.run();
  }

  /** Prints a result, with the bar out of its way where both are on one terminal. */
  void result(Runnable printing) {
    if (Terminal.output()) {
      erase();
    }
    printing.run();
  }

  /** Takes the bar away. */
  void erase() {
    if (visible) {
      err.print(ERASE_LINE);
      err.flush();
      visible = false;
    }
  }

  private void draw() {
    if (err == null) {
      return;
    }
    long now = clock.getAsLong();
    if (now - start >= MILLIS_BEFORE && now - drawn >= MILLIS_BETWEEN) {
      drawn = now;
      visible = true;
      err.print(ERASE_LINE + line(now - start));
      err.flush();
    }
  }

  private String line(long elapsed) {
    double part = total == 0 ? 0 : Math.min(1.0, (double) position / total);
    if (!totalKnown || part < TELLING_PART) {
      return String.format(Locale.ROOT, "%,d %s", count, things);
    }
    int filled = (int) (part * CELLS);
    long seconds = Math.round(elapsed * (1 - part) / part / 1000);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3d %%  %,d %s, %s left",
        "#".repeat(filled),
        "-".repeat(CELLS - filled),
        (int) (part * 100),
        count,
        things,
        seconds >= 60 ? seconds / 60 + " min" : seconds + " s");
  }
}
