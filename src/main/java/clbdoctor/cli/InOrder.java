package clbdoctor.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs tasks on all processors and hands over what they give in the order of the tasks. The first
 * few run at once where they are added: threads would cost more than they bring. Then a thread gets
 * several at a time: to give it one costs as much as a small task does.
 *
 * @param <T> what a task gives
 */
final class InOrder<T> implements AutoCloseable {
  private static final int FEW = 24;
  private static final int AT_A_TIME = 32;
  private static final int MOST_WAITING = 32;

  private final Consumer<T> to;
  private final Deque<Future<List<T>>> waiting = new ArrayDeque<>();
  private List<Callable<T>> next = new ArrayList<>();
  private ExecutorService workers;
  private int added;

  InOrder(Consumer<T> to) {
    this.to = to;
  }

  void add(Callable<T> task) {
    if (added++ < FEW) {
      to.accept(result(task));
      return;
    }
    next.add(task);
    if (next.size() == AT_A_TIME) {
      submit();
    }
  }

  private void submit() {
    if (workers == null) {
      workers =
          Executors.newFixedThreadPool(
              Runtime.getRuntime().availableProcessors(), InOrder::behindTheCompiler);
    }
    if (waiting.size() == MOST_WAITING) {
      handOver();
    }
    List<Callable<T>> tasks = next;
    next = new ArrayList<>(AT_A_TIME);
    waiting.add(workers.submit(() -> results(tasks)));
  }

  /** What the compiler has not come to yet takes several times as long, so it comes first. */
  private static Thread behindTheCompiler(Runnable task) {
    Thread worker = new Thread(task);
    worker.setPriority(Thread.MIN_PRIORITY);
    return worker;
  }

  private static <T> List<T> results(List<Callable<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>(tasks.size());
    for (Callable<T> task : tasks) {
      results.add(task.call());
    }
    return results;
  }

  /** Waits for what was added, and hands it over. */
  @Override
  public void close() {
    try {
      if (!next.isEmpty()) {
        submit();
      }
      while (!waiting.isEmpty()) {
        handOver();
      }
    } finally {
      if (workers != null) {
        workers.shutdownNow();
      }
    }
  }

  private void handOver() {
    result(waiting.poll()::get).forEach(to);
  }

  private static <T> T result(Callable<T> task) {
    try {
      return task.call();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
