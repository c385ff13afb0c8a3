package clbdoctor.cli;

import clbdoctor.live.Collector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: the work stops early, what it has is written, and the program ends with 130. */
final class Interruption {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Runnable stop = () -> {};

  private Interruption() {}

  /**
   * Waits for it from now on.
   *
   * @param mostSeconds how long the program may take to write what it has
   */
  static Interruption within(int mostSeconds) {
    Interruption interruption = new Interruption();
    Collector.onInterrupt(
        () -> {
          interruption.begun.countDown();
          interruption.stop.run();
        },
        () -> await(interruption.over, mostSeconds));
    return interruption;
  }

  /** For work that ends with the program. */
  static Interruption never() {
    return new Interruption();
  }

  /** From now on it ends this work; at once when it has happened already. */
  void stops(Runnable work) {
    stop = work;
    if (happened()) {
      work.run();
    }
  }

  boolean happened() {
    return begun.getCount() == 0;
  }

  /** Waits some seconds, less when it happens. */
  void rest(int seconds) {
    await(begun, seconds);
  }

  /** Everything is written: an interrupted program may end now. */
  void over() {
    over.countDown();
  }

  private static void await(CountDownLatch latch, int seconds) {
    try {
      latch.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
