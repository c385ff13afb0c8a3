package clbdoctor.firewall;

/**
 * The packet's connection.
 *
 * @param known whether tracking has it from an earlier packet
 * @param answered whether tracking saw an earlier reply
 * @param reply whether this packet goes against the direction of the first
 * @param original the ends as the first packet had them when tracking saw it
 * @param translated the ends after address translation, seen in the same direction
 * @param destinationSet whether destination translation has been decided
 * @param sourceSet whether source translation has been decided
 */
record Connection(
    Tracking tracking,
    boolean known,
    boolean answered,
    boolean reply,
    Value mark,
    Tuple original,
    Tuple translated,
    boolean destinationSet,
    boolean sourceSet) {

  static Connection unseen(Tuple ends) {
    return new Connection(
        Tracking.UNSEEN, false, false, false, Value.of(0), ends, ends, false, false);
  }

  Connection with(Tracking changed) {
    return new Connection(
        changed, known, answered, reply, mark, original, translated, destinationSet, sourceSet);
  }

  Connection withMark(Value changed) {
    return new Connection(
        tracking, known, answered, reply, changed, original, translated, destinationSet, sourceSet);
  }

  /** Tracking sees the first packet. */
  Connection opened(Tuple ends) {
    return new Connection(Tracking.NEW, false, false, false, mark, ends, ends, false, false);
  }

  /** Destination translation gives the packet these ends. */
  Connection destined(Tuple ends) {
    return new Connection(tracking, known, answered, reply, mark, original, ends, true, sourceSet);
  }

  /** Source translation gives the packet these ends. */
  Connection sourced(Tuple ends) {
    return new Connection(
        tracking, known, answered, reply, mark, original, ends, destinationSet, true);
  }

  /**
   * The same connection as the next packet finds it, before tracking has seen that packet. Tracking
   * keeps it after a reply that it was told not to track, as one without an answer.
   */
  Connection next(boolean backwards) {
    boolean tracked = tracking.tracked();
    return tracked || known
        ? new Connection(
            Tracking.UNSEEN,
            true,
            answered || tracked && reply,
            reply ^ backwards,
            mark,
            original,
            translated,
            true,
            true)
        : unseen(original);
  }

  /** The connection as netfilter's own answer carries it; without one the answer is invalid. */
  Connection refused() {
    return tracking.tracked()
        ? new Connection(
            Tracking.RELATED,
            true,
            answered,
            !reply,
            mark,
            original,
            translated,
            destinationSet,
            sourceSet)
        : unseen(original).with(Tracking.INVALID);
  }

  boolean destinationChanged() {
    return !original.destination().equals(translated.destination())
        || !original.destinationPort().equals(translated.destinationPort());
  }

  boolean sourceChanged() {
    return !original.source().equals(translated.source())
        || !original.sourcePort().equals(translated.sourcePort());
  }
}
