package clbdoctor.cli;

import clbdoctor.collect.output.ReadingContext;
import clbdoctor.fact.Fact;
import clbdoctor.live.Collection;
import clbdoctor.live.Collector;
import clbdoctor.live.Seen;
import clbdoctor.yaml.FactDocument;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One live look at the server: from a plan to a fact file; Ctrl-C cuts it short. */
final class LiveRun {
  /** How long the program may take to write what it has after Ctrl-C. */
  private static final int SECONDS_TO_END = 10;

  private final Collector collector;
  private final LiveOptions.Prepared prepared;
  private static final CountDownLatch ENDED = new CountDownLatch(1);

  LiveRun(LiveOptions.Prepared prepared) {
    this.prepared = prepared;
    this.collector = new Collector(prepared.plan());
  }

  /** The document with all that the looks showed. */
  FactDocument collected() {
    Collector.onInterrupt(collector::interrupt, LiveRun::awaitEnd);
    FactDocument document = prepared.document();
    List<Fact> given = document.report("what is given").facts().all();
    Seen seen = collector.collect(given);
    Collection collection = Collection.of(prepared.plan(), seen, ReadingContext.of(given));
    collection.facts().forEach(document::add);
    collection.outputs().forEach(document::add);
    return document;
  }

  boolean interrupted() {
    return collector.interrupted();
  }

  /** Everything is written: an interrupted program may end now. */
  static void ended() {
    ENDED.countDown();
  }

  private static void awaitEnd() {
    try {
      ENDED.await(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
