package clbdoctor.fact;

/** What the checked port turned out to speak in a test. */
@ComputedFrom(Subject.PROBES)
public record Spoken(Speech speech, Vantage from) implements Derived {

  @Override
  public String sentence() {
    return "the port speaks "
        + switch (speech) {
          case HTTP -> "plain HTTP";
          case TLS -> "TLS";
          case HTTP_2 -> "HTTP/2 only";
          case OTHER -> "another protocol than HTTP";
          case BROKEN_HTTP -> "something like HTTP that is none";
        };
  }
}
