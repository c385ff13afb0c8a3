package clbdoctor.fact;

/** A TLS handshake with the checked port that failed. */
@ComputedFrom(Subject.PROBES)
public record TlsFailure(TlsFailureKind kind, Vantage from) implements Derived {

  @Override
  public String sentence() {
    return "the TLS handshake fails: " + kind;
  }
}
