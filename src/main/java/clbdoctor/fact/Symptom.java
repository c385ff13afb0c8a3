package clbdoctor.fact;

/**
 * How the check fails, or would fail, as a probe showed it.
 *
 * @param likeClosedPort whether a port on which nothing listens looks like this: refused, and on
 *     Windows no answer at all, because its firewall suppresses the RST (stealth mode)
 */
@ComputedFrom(Subject.PROBES)
public record Symptom(SymptomKind kind, Vantage from, boolean likeClosedPort) implements Derived {

  /** A symptom that looks the same on every operating system. */
  public Symptom(SymptomKind kind, Vantage from) {
    this(kind, from, kind == SymptomKind.REFUSED);
  }

  /** Whether it was seen over the network, not from the server itself. */
  public boolean fromOutside() {
    return from == Vantage.CHECK_SOURCE || from == Vantage.PEER;
  }

  @Override
  public String sentence() {
    return kind.phrase() + ", " + from.phrase();
  }
}
