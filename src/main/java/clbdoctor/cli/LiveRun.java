package clbdoctor.cli;

import clbdoctor.fact.Fact;
import clbdoctor.live.Collection;
import clbdoctor.live.Collector;
import clbdoctor.live.Seen;
import clbdoctor.yaml.FactDocument;
import java.util.List;

/** One live look at the server: from a plan to a fact file; Ctrl-C cuts it short. */
final class LiveRun {
  private final Collector collector;
  private final LiveOptions.Prepared prepared;
  private final Interruption interruption;
  private boolean failed;

  LiveRun(LiveOptions.Prepared prepared, Interruption interruption) {
    this.prepared = prepared;
    this.collector = new Collector(prepared.plan());
    this.interruption = interruption;
    interruption.stops(collector::interrupt);
  }

  /** The document with all that the looks showed. */
  FactDocument collected() {
    FactDocument document = prepared.document();
    List<Fact> given = document.report("what is given").facts().all();
    Seen seen = LookProgress.during(collector, prepared.plan(), () -> collector.collect(given));
    Collection collection = Collection.of(prepared.plan(), seen);
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

  /** The exit code: what was found, unless the look was cut short or showed nothing. */
  int exit(int found) {
    return interruption.happened() ? Exit.INTERRUPTED : failed ? Exit.COLLECTION_FAILED : found;
  }

  /** Whether no look showed anything. */
  boolean failed() {
    return failed;
  }
}
