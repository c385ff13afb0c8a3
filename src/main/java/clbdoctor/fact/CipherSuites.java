package clbdoctor.fact;

/** The cipher suites that the check offers, against those that the server accepts. */
@ComputedFrom(Subject.TLS_SERVER)
public record CipherSuites(boolean shared) implements Derived {

  @Override
  public String sentence() {
    return "check and server have " + (shared ? "a" : "no") + " cipher suite in common";
  }
}
