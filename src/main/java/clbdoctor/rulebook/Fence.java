package clbdoctor.rulebook;

import clbdoctor.diagnosis.Firing;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run of the engine may cost. Patterns that nothing joins make the engine form every
 * combination of their facts before the first rule fires, and nothing interrupts it; so a run that
 * could form many is done in a thread of its own, which is given up when its time is over.
 */
final class Fence {
  /** Rules only conclude, so a report of ordinary size fires a few dozen. */
  static final int MOST_FIRINGS = 20_000;

  private static final double FEW_COMBINATIONS = 1_000_000;

  private final int mostFirings;
  private final long mostSeconds;

  Fence(int mostFirings, long mostSeconds) {
    this.mostFirings = mostFirings;
    this.mostSeconds = mostSeconds;
  }

  int mostFirings() {
    return mostFirings;
  }

  /**
   * Runs the engine within the bounds.
   *
   * @param combinations how many combinations of facts a rule could form
   */
  List<Firing> guard(double combinations, Callable<List<Firing>> run) {
    try {
      return combinations <= FEW_COMBINATIONS ? run.call() : inTime(run);
    } catch (Exception e) {
      throw cause(e);
    }
  }

  /** The refusal of facts that make rules fire too often, with the rule that fires most. */
  ProblemsException tooManyFirings(List<Firing> firings) {
    Map<String, Long> counts =
        firings.stream()
            .map(firing -> "\"" + firing.rule().name() + "\" (" + firing.rule().place() + ")")
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    String most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).get().getKey();
    return refusal(
        "its facts make rules fire "
            + mostFirings
            + " times, most often "
            + most
            + "; leave out what repeats itself");
  }

  private List<Firing> inTime(Callable<List<Firing>> run) {
    FutureTask<List<Firing>> task = new FutureTask<>(run);
    Thread thread = new Thread(task, "rules");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(mostSeconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw refusal(
          "the rules were not done with its facts within "
              + mostSeconds
              + " s; leave out what repeats itself");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal("interrupted");
    } catch (ExecutionException e) {
      throw cause(e.getCause());
    }
  }

  private static RuntimeException cause(Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      return refusal("the rules need more memory for its facts than there is");
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  private static ProblemsException refusal(String message) {
    return new ProblemsException(List.of(new Problem("report", 1, 0, message)));
  }
}
