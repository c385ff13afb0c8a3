package clbdoctor.fact;

/**
 * How the check fails, or would fail, as a probe showed it.
 *
 * @param likeClosedPort whether a port on which nothing listens looks like this: refused, and on
 *     Windows no answer at all, because its firewall suppresses the RST (stealth mode); false when
 *     a test from the server to itself connects
 * @param onLoopbackToo whether it times out, and the server's own test of loopback does so too
 */
@ComputedFrom(Subject.PROBES)
public record Symptom(SymptomKind kind, Vantage from, boolean likeClosedPort, boolean onLoopbackToo)
    implements Derived {

  /** A symptom that looks the same on every operating system. */
  public Symptom(SymptomKind kind, Vantage from) {
    this(kind, from, kind == SymptomKind.REFUSED, false);
  }

  /** Whether it was seen over the network, not from the server itself. */
  public boolean fromOutside() {
    return from == Vantage.CHECK_SOURCE || from == Vantage.PEER;
  }

  /**
   * Whether a program that no longer takes or answers connections looks like this: no byte on a
   * connection, and with a full queue not even a connection.
   */
  public boolean stuck() {
    return kind == SymptomKind.SILENT || onLoopbackToo;
  }

  @Override
  public String sentence() {
    return kind.phrase() + ", " + from.phrase();
  }
}
