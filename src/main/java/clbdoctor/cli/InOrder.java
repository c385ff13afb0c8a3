package clbdoctor.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs tasks on all processors and hands over what they give in the order of the tasks. The first
 * few run at once where they are added: threads would cost more than they bring.
 *
 * @param <T> what a task gives
 */
final class InOrder<T> implements AutoCloseable {
  private static final int FEW = 24;
  private static final int MOST_WAITING = 512;

  private final Consumer<T> to;
  private final Deque<Future<T>> waiting = new ArrayDeque<>();
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
    if (workers == null) {
      workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    }
    if (waiting.size() == MOST_WAITING) {
      handOver();
    }
    waiting.add(workers.submit(task));
  }

  /** Waits for what was added, and hands it over. */
  @Override
  public void close() {
    try {
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
    to.accept(result(waiting.poll()::get));
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
