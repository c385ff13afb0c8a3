package clbdoctor.cli;

import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.Fact;
import clbdoctor.live.Collection;
import clbdoctor.live.Collector;
import clbdoctor.live.Seen;
import clbdoctor.text.Problem;
import clbdoctor.text.ProblemsException;
import clbdoctor.yaml.FactDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One live look at the server: from a plan to a fact file; Ctrl-C cuts it short. */
final class LiveRun {
  /** How long the program may take to write what it has after Ctrl-C. */
  private static final int SECONDS_TO_END = 20;

  private static final CountDownLatch ENDED = new CountDownLatch(1);

  private final Collector collector;
  private final LiveOptions.Prepared prepared;
  private boolean failed;

  LiveRun(LiveOptions.Prepared prepared) {
    this.prepared = prepared;
    this.collector = new Collector(prepared.plan());
    Collector.onInterrupt(collector::interrupt, LiveRun::awaitEnd);
  }

  /** The document with all that the looks showed. */
  FactDocument collected() {
    FactDocument document = prepared.document();
    List<Fact> given = document.report("what is given").facts().all();
    Seen seen = collector.collect(given);
    Collection collection = Collection.of(prepared.plan(), seen, ReadingContext.of(given));
    collection.facts().forEach(document::add);
    collection.outputs().forEach(document::add);
    failed = collection.outputs().isEmpty() && !collector.interrupted();
    if (failed) {
      System.err.println("no command could be run; failedLooks in the facts has the reasons");
    }
    if (collector.interrupted()) {
      System.err.println("interrupted: what follows is incomplete");
    }
    return document;
  }

  boolean interrupted() {
    return collector.interrupted();
  }

  /** Whether no look showed anything. */
  boolean failed() {
    return failed;
  }

  /** Waits some seconds, less when somebody interrupts. */
  void rest(int seconds) {
    try {
      ENDED.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is written: an interrupted program may end now. */
  static void ended() {
    ENDED.countDown();
  }

  /** Writes a fact file; a folder that is missing or not writable is the user's to mend. */
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new ProblemsException(
          List.of(new Problem(file.toString(), 1, 0, "cannot be written: " + e)));
    }
  }

  private static void awaitEnd() {
    try {
      ENDED.await(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
