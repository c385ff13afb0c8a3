package clbdoctor.live;

import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Observed;
import clbdoctor.live.probe.Probes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a plan: every look at once, and each is read as soon as it has ended, so that all take
 * hardly longer than the longest of them may.
 */
public final class Collector {
  private final Plan plan;
  private final List<Run> runs;
  private volatile List<Future<List<Observed>>> probing = List.of();
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final AtomicInteger ended = new AtomicInteger();

  public Collector(Plan plan) {
    this.plan = plan;
    runs = plan.looks().stream().map(Run::new).toList();
  }

  /**
   * What the looks printed and the probes met, in the order of the plan. The probes, which wait
   * longest, go first.
   *
   * @param given what is known of back end, listener and health check
   */
  public Seen collect(java.util.Collection<? extends Fact> given) {
    ReadingContext context = ReadingContext.of(given);
    ExecutorService threads = Executors.newCachedThreadPool(Collector::thread);
    try {
      probing =
          plan.probes().stream()
              .map(probes -> threads.submit(() -> Probes.send(probes, given)))
              .toList();
      List<Future<Shown>> looks =
          runs.stream().map(run -> threads.submit(() -> shown(run, context))).toList();
      return new Seen(
          looks.stream().map(Collector::result).flatMap(Optional::stream).toList(),
          probing.stream()
              .map(Collector::result)
              .flatMap(Optional::stream)
              .flatMap(List::stream)
              .toList());
    } finally {
      threads.shutdownNow();
    }
  }

  private Shown shown(Run run, ReadingContext context) {
    Shown shown = Shown.of(run.caught(), context);
    ended.incrementAndGet();
    return shown;
  }

  /** How many of the plan's commands have ended. */
  public int ended() {
    return ended.get();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "look");
    thread.setDaemon(true);
    return thread;
  }

  /** Nothing, when somebody interrupted it. */
  private static <T> Optional<T> result(Future<T> future) {
    try {
      return Optional.of(future.get());
    } catch (CancellationException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a mistake of the program", e.getCause());
    }
  }

  /** Ends every look at once; {@link #collect} then gives what there is. */
  public void interrupt() {
    interrupted.set(true);
    runs.forEach(Run::interrupt);
    probing.forEach(probes -> probes.cancel(true));
  }

  public boolean interrupted() {
    return interrupted.get();
  }

  /**
   * When somebody presses Ctrl-C, lets {@code stop} run, and then waits for {@code ended}: the
   * program goes on to its end with what it has, and exits with 130. When it was pressed already,
   * {@code stop} runs at once.
   */
  public static void onInterrupt(Runnable stop, Runnable ended) {
    Thread hook =
        new Thread(
            () -> {
              stop.run();
              ended.run();
            },
            "interrupt");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      stop.run();
    }
  }
}
