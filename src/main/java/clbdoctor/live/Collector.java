package clbdoctor.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a plan: every look at once, so that all take no longer than the longest of them may. */
public final class Collector {
  private final List<Run> runs;
  private final AtomicBoolean interrupted = new AtomicBoolean();

  public Collector(Plan plan) {
    runs = plan.looks().stream().map(Run::new).toList();
  }

  /** What the looks printed, in the order of the plan. */
  public List<Caught> collect() {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.max(1, runs.size()),
            task -> {
              Thread thread = new Thread(task, "look");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<Caught>> futures = runs.stream().map(run -> threads.submit(run::caught)).toList();
      List<Caught> caught = new ArrayList<>();
      for (Future<Caught> future : futures) {
        caught.add(future.get());
      }
      return caught;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Ends every look at once; {@link #collect} then gives what there is. */
  public void interrupt() {
    interrupted.set(true);
    runs.forEach(Run::interrupt);
  }

  public boolean interrupted() {
    return interrupted.get();
  }

  /**
   * When somebody presses Ctrl-C, lets {@code stop} run, and then waits for {@code ended}: the
   * program goes on to its end with what it has, and exits with 130.
   */
  public static void onInterrupt(Runnable stop, Runnable ended) {
    Thread hook =
        new Thread(
            () -> {
              stop.run();
              ended.run();
            },
            "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
