package clbdoctor.cli;

import clbdoctor.live.Collector;
import clbdoctor.live.Plan;
import java.util.function.Supplier;

/** How far the looks at a server got, for a person who waits: they take as long as the longest. */
final class LookProgress {
  private static final long MILLIS_BETWEEN = 200;

  private LookProgress() {}

  /** Runs the looks of a plan and tells of them. */
  static <T> T during(Collector collector, Plan plan, Supplier<T> looks) {
    Progress progress = Progress.of("of " + plan.looks().size() + " looks done");
    if (!progress.seen()) {
      return looks.get();
    }
    progress.expect(plan.longest().toMillis());
    Thread ticking = new Thread(() -> tick(progress, collector), "progress");
    ticking.setDaemon(true);
    ticking.start();
    try {
      return looks.get();
    } finally {
      end(ticking);
      progress.erase();
    }
  }

  private static void tick(Progress progress, Collector collector) {
    try {
      while (true) {
        Thread.sleep(MILLIS_BETWEEN);
        progress.advance(MILLIS_BETWEEN);
        progress.reached(collector.ended());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(Thread ticking) {
    ticking.interrupt();
    try {
      ticking.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
