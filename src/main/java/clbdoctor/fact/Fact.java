package clbdoctor.fact;

/**
 * Something known about the situation: {@link Observed} by somebody, or {@link Derived} from that
 * by computation. Facts are values; where a fact comes from is kept beside it, in {@link Facts}.
 */
public sealed interface Fact permits Observed, Derived {

  /**
   * The fact as one clause for a report, without a full stop: {@code nginx listens on
   * 127.0.0.1:80}.
   */
  String sentence();
}
