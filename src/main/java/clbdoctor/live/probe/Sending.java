package clbdoctor.live.probe;

import clbdoctor.fact.FailedLook;
import clbdoctor.fact.LookFailure;
import clbdoctor.fact.Observed;
import clbdoctor.fact.Probe;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.Subject;
import clbdoctor.fact.TestFile;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A plan on its way. What the check does goes first, one behind the other; the changed requests
 * follow when it ended without success, or when the check would have given it up. The longest wait
 * of one probe is the limit of all.
 */
final class Sending {
  private final Plan plan;
  private final Predicate<List<Observed>> success;
  private final Deadline whole;

  Sending(Plan plan, Predicate<List<Observed>> success) {
    this.plan = plan;
    this.success = success;
    this.whole = new Deadline(plan.limitMillis());
  }

  List<Observed> send() {
    ExecutorService threads = Executors.newCachedThreadPool(Sending::thread);
    try {
      Future<List<Observed>> first = threads.submit(() -> first(threads));
      boolean late = !endsWithin(plan.patienceMillis(), first);
      if (!late && ended(first.get())) {
        return first.get();
      }
      List<Future<List<Observed>>> others = submitted(plan.ifNotAccepted(), threads);
      List<Observed> seen = new ArrayList<>(first.get());
      for (Future<List<Observed>> other : others) {
        other.get().stream().filter(o -> !(o instanceof TestFile)).forEach(seen::add);
      }
      return seen;
    } catch (InterruptedException | CancellationException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a probe failed by a mistake of the program", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Behind a connection that fails nothing can follow; without one, nothing waits for another. */
  private List<Observed> first(ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Observed> seen = new ArrayList<>();
    if (!plan.oneByOne()) {
      for (Future<List<Observed>> probe : submitted(plan.first(), threads)) {
        seen.addAll(probe.get());
      }
      return seen;
    }
    for (PlannedProbe planned : plan.first()) {
      seen.addAll(sent(planned));
      if (unconnected(seen)) {
        return seen;
      }
    }
    return seen;
  }

  private List<Future<List<Observed>>> submitted(
      List<PlannedProbe> probes, ExecutorService threads) {
    return probes.stream().map(probe -> threads.submit(() -> sent(probe))).toList();
  }

  /**
   * Sends it within what is left of the time when all is loaded that it needs. One that fails by a
   * mistake of the program takes nothing from the others.
   */
  private List<Observed> sent(PlannedProbe planned) {
    if (planned.overTls()) {
      Handshake.prepare();
    }
    try {
      return Probes.send(planned.within(Math.min(planned.waitMillis(), whole.leftMillis())));
    } catch (SocketTimeoutException e) {
      return List.of();
    } catch (RuntimeException e) {
      String mistake = planned + " (clb-doctor fails on it, please report this: " + e + ")";
      return List.of(new FailedLook(mistake, LookFailure.FAILED, List.of(Subject.PROBES)));
    }
  }

  private static boolean endsWithin(int millis, Future<?> first)
      throws InterruptedException, ExecutionException {
    try {
      first.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private boolean ended(List<Observed> first) {
    return unconnected(first) || success.test(first);
  }

  private static boolean unconnected(List<Observed> seen) {
    return seen.stream()
        .filter(Probe.class::isInstance)
        .map(Probe.class::cast)
        .anyMatch(probe -> probe.method() == ProbeMethod.CONNECT && !probe.connected());
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "probe");
    thread.setDaemon(true);
    return thread;
  }
}
